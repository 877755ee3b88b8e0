// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/examination/checklist.h"

#include "core/accounting/payee.h"
#include "core/accounting/spellings.h"
#include "core/cases/caseref.h"
#include "core/cases/rule.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kessai {

namespace {

struct CheckWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::CheckList)
};

bool isShown(const FieldDefinition &field, const CaseView &view)
{
    if (view.conceals(field))
        return false;
    if (field.visibleWhen.isEmpty())
        return true;
    const auto condition = Condition::fromJson(field.visibleWhen);
    return !condition || condition->holds(view.content.fields);
}

/// The kinds that a paper can prove; what was ticked in the form and what it says at length is read with the case.
bool isProvable(const FieldDefinition &field)
{
    switch (field.kind) {
    case FieldKind::Yen:
    case FieldKind::Date:
    case FieldKind::Payee:
    case FieldKind::BudgetLine:
    case FieldKind::CaseRef:
    case FieldKind::StaffRef:
    case FieldKind::Text: return true;
    case FieldKind::Choice: return field.key == QLatin1String("invoice");
    case FieldKind::LongText:
    case FieldKind::Time:
    case FieldKind::Minutes:
    case FieldKind::Number:
    case FieldKind::Flag:
    case FieldKind::PostRef:
    case FieldKind::Computed: return false;
    }
    return false;
}

QStringList spellingsFor(const FieldDefinition &field, const QJsonValue &value, const CaseView &view)
{
    switch (field.kind) {
    case FieldKind::Yen: return spellingsOf(Yen(value.toInteger()));
    case FieldKind::Date: return spellingsOf(QDate::fromString(value.toString(), Qt::ISODate));
    case FieldKind::Text: return spellingsOf(value.toString());
    case FieldKind::StaffRef:
        if (const Staff *staff = view.office->staffByNumber(value.toString()))
            return {staff->name(), staff->familyName};
        return {};
    case FieldKind::CaseRef: {
        const auto ref = caseRefIn(value);
        return ref ? QStringList{ref->title, ref->number} : QStringList();
    }
    case FieldKind::BudgetLine: {
        const BudgetLine *line = view.budget.find(value.toString());
        return line ? QStringList{line->names.back()} : QStringList();
    }
    default: return {};
    }
}

void addPayee(std::vector<CheckItem> &items, const FieldDefinition &field, const PayeeRef &payee)
{
    items.push_back({field.key, field.label.text(englishWording()), payee.name, spellingsOf(payee.name)});
    if (!payee.account.isEmpty()) {
        items.push_back({field.key + QStringLiteral("_account"),
                         CheckWords::tr("Account"),
                         payee.holderDiffers ? CheckWords::tr("%1 (another's name)").arg(payee.account) : payee.account,
                         {payee.account}});
    }
    if (!payee.registration.isEmpty()) {
        items.push_back({field.key + QStringLiteral("_registration"),
                         CheckWords::tr("Registration number"),
                         payee.registration,
                         {payee.registration}});
    }
}

} // namespace

std::vector<CheckItem> checklistOf(const VoucherFile &file)
{
    const CaseView &view = file.view;
    const bool english = englishWording();
    std::vector<CheckItem> items;
    for (const FieldDefinition &field : view.definition.fields) {
        const QJsonValue value = view.content.fields.value(field.key);
        if (value.isNull() || value.isUndefined() || !isProvable(field) || !isShown(field, view))
            continue;
        if (field.kind == FieldKind::Yen && value.toInteger() == 0)
            continue;
        if (field.kind == FieldKind::Payee) {
            if (const auto payee = PayeeRef::fromJson(value))
                addPayee(items, field, *payee);
            continue;
        }
        const QString text = displayText(field, value, {*view.office, view.budget}, english);
        if (text.isEmpty())
            continue;
        items.push_back({field.key, field.label.text(english), text, spellingsFor(field, value, view),
                         field.kind == FieldKind::Yen});
    }
    return items;
}

std::vector<ProofPaper> papersOf(const VoucherFile &file)
{
    std::vector<ProofPaper> papers;
    const auto add = [&papers](const CaseView &view, bool commitments) {
        for (const Attachment &one : view.content.attachments) {
            const bool known = std::any_of(papers.begin(), papers.end(),
                                           [&](const ProofPaper &paper) { return paper.file.sha256 == one.sha256; });
            if (!known && (!one.confidential || view.record.privy))
                papers.push_back({one, commitments});
        }
    };
    add(file.view, false);
    if (file.commitment)
        add(*file.commitment, true);
    return papers;
}

QString daysLeftText(const QDate &day, const QDate &today)
{
    const int left = int(today.daysTo(day));
    if (left < 0)
        return CheckWords::tr("%n day(s) late", nullptr, -left);
    return left == 0 ? CheckWords::tr("today") : CheckWords::tr("%n day(s) left", nullptr, left);
}

} // namespace kessai
