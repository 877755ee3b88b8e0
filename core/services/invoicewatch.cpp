// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/budget.h"
#include "core/cases/caseref.h"
#include "core/services/desk.h"

namespace kessai {

namespace {

constexpr qint64 kTwinsHold = 60'000'000; ///< microseconds for which the same is not asked again

/// What an order of payment says of its debt; nothing where it orders none, or does not say enough yet.
std::optional<InvoiceMarks> marksOf(const Form &form, const Content &content)
{
    const QJsonObject &fields = content.fields;
    const QDate day = QDate::fromString(fields.value(QLatin1String("payment_on")).toString(), Qt::ISODate);
    const QString payee = fields.value(QLatin1String("payee")).toObject().value(QLatin1String("code")).toString();
    const auto amount = form.amount(fields);
    if (!day.isValid() || payee.isEmpty() || !amount)
        return std::nullopt;
    const auto commitment = caseRefIn(fields.value(QLatin1String("commitment")));
    InvoiceMarks marks{.payee = payee,
                       .amount = amount->amount(),
                       .invoicedOn =
                           QDate::fromString(fields.value(QLatin1String("invoiced_on")).toString(), Qt::ISODate),
                       .number = fields.value(QLatin1String("invoice_number")).toString(),
                       .commitment = commitment ? commitmentAccount(commitment->id) : QString(),
                       .from = day.addYears(-1),
                       .until = day.addYears(1)};
    for (const Attachment &file : content.attachments)
        marks.files.push_back(file.sha256);
    const bool says = marks.invoicedOn.isValid() || !marks.number.isEmpty() || !marks.files.empty();
    return says ? std::optional(std::move(marks)) : std::nullopt;
}

} // namespace

/// Whether another order of payment may be of the same debt: asked of all cases that run or are decided, since the other is seldom one's own.
/// A help for whoever drafts, examines and decides.
std::optional<Bilingual> Desk::sameInvoice(const Form &form, const Content &content, std::optional<CaseId> itself)
{
    auto marks = marksOf(form, content);
    if (!marks)
        return std::nullopt;
    const qint64 age = now().microseconds() - m_twins.asked.microseconds();
    if (!(m_twins.marks == *marks && m_twins.itself == itself && age >= 0 && age < kTwinsHold)) {
        auto found = m_store->payments().invoiceTwins(*marks, itself);
        if (!found)
            return std::nullopt; // asked again next time
        m_twins = {std::move(marks), itself, now(), std::move(found).value()};
    }
    return m_twins.found.empty() ? std::nullopt : std::optional(twinsText(m_twins.found));
}

/// For whoever approves or examines.
std::optional<Insight> Desk::invoiceInsight(const Form &form, const Content &content, std::optional<CaseId> itself)
{
    auto text = sameInvoice(form, content, itself);
    if (!text)
        return std::nullopt;
    Insight insight;
    insight.text = *std::move(text);
    insight.remarkable = true;
    insight.tone = Finding::Severity::Error;
    return insight;
}

/// For whoever drafts.
std::optional<Finding> Desk::invoiceFinding(const Form &form, const Content &content, std::optional<CaseId> itself)
{
    auto text = sameInvoice(form, content, itself);
    if (!text)
        return std::nullopt;
    return Finding{Finding::Severity::Warning, QStringLiteral("amount"), *std::move(text),
                   QStringLiteral("地方自治法第232条の4第2項（債務の確定）")};
}

} // namespace kessai
