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

/// Of what is chosen, ticked, worked out or said at length, that which decides whether and how much is paid.
bool isDecisive(const QString &key)
{
    static const QStringList keys{
        QStringLiteral("instalment"),  QStringLiteral("pay_method"), QStringLiteral("invoice"),
        QStringLiteral("terms"),       QStringLiteral("proxy"),      QStringLiteral("unit_price"),
        QStringLiteral("called_back"), QStringLiteral("net"),        QStringLiteral("note")};
    return keys.contains(key);
}

bool isCompared(const FieldDefinition &field)
{
    switch (field.kind) {
    case FieldKind::Yen:
    case FieldKind::Date:
    case FieldKind::Payee:
    case FieldKind::BudgetLine:
    case FieldKind::CaseRef:
    case FieldKind::PaidRef:
    case FieldKind::StaffRef:
    case FieldKind::Text: return true;
    case FieldKind::Choice:
    case FieldKind::Flag:
    case FieldKind::Computed:
    case FieldKind::LongText: return isDecisive(field.key);
    case FieldKind::Time:
    case FieldKind::Minutes:
    case FieldKind::Number:
    case FieldKind::PostRef: return false;
    }
    return false;
}

/// The office's own days, and what it decides by itself, stand in no paper of others.
bool isOwn(const QString &key)
{
    static const QStringList keys{QStringLiteral("received_on"), QStringLiteral("payment_on"),
                                  QStringLiteral("committed_on")};
    return keys.contains(key);
}

PaperKinds paperFor(const QString &key)
{
    static const QStringList delivery{QStringLiteral("completed_on"), QStringLiteral("inspected_on"),
                                      QStringLiteral("inspector")};
    static const QStringList invoice{QStringLiteral("amount"),         QStringLiteral("payee"),
                                     QStringLiteral("net_standard"),   QStringLiteral("tax_standard"),
                                     QStringLiteral("net_reduced"),    QStringLiteral("tax_reduced"),
                                     QStringLiteral("invoiced_on"),    QStringLiteral("issuer_responsible"),
                                     QStringLiteral("issuer_contact"), QStringLiteral("issuer_tel")};
    if (delivery.contains(key))
        return PaperKind::Delivery;
    return invoice.contains(key) ? PaperKinds(PaperKind::Invoice) : PaperKinds();
}

/// One day often stands in a paper several times: as that of the paper, of the delivery and of the inspection.
QStringList besideFor(const QString &key)
{
    if (key == QLatin1String("inspected_on") || key == QLatin1String("inspector"))
        return {QStringLiteral("検収"), QStringLiteral("検査"), QStringLiteral("inspected")};
    if (key == QLatin1String("completed_on"))
        return {QStringLiteral("納品"), QStringLiteral("納入"), QStringLiteral("完了"), QStringLiteral("delivered")};
    return {};
}

/// Whether vouchers like this one say something in a field that this one leaves empty.
bool isMissed(const QString &key, const CaseView &view)
{
    const QJsonObject &fields = view.content.fields;
    const auto code = [&fields](QLatin1String of) { return fields.value(of).toString(); };
    if (key == QLatin1String("received_on") || key == QLatin1String("invoiced_on"))
        return true; // shown where there is an invoice
    if (key == QLatin1String("called_back"))
        return code(QLatin1String("invoice")) == QLatin1String("unsealed");
    if (key == QLatin1String("completed_on") || key == QLatin1String("inspected_on")
        || key == QLatin1String("inspector")) {
        // What is paid beforehand is not there yet, and what commits at once is often no delivery.
        const QString method = code(QLatin1String("pay_method"));
        return view.definition.field(QLatin1String("commitment"))
            && (method == QLatin1String("transfer") || method == QLatin1String("cash"));
    }
    const auto payee = PayeeRef::fromJson(fields.value(QLatin1String("payee")));
    if (key == QLatin1String("proxy"))
        return payee && payee->holderDiffers;
    if (key == QLatin1String("withheld")) {
        const auto commitment = caseRefIn(fields.value(QLatin1String("commitment")));
        const BudgetLine *line = view.budget.find(commitment ? commitment->line : code(QLatin1String("budget_line")));
        return line && (line->item == QLatin1String("1") || line->item == QLatin1String("7"))
            && !(payee && payee->kind == PayeeKind::Corporation);
    }
    return false;
}

QStringList spellingsFor(const FieldDefinition &field, const QJsonValue &value, const CaseView &view)
{
    if (isOwn(field.key))
        return {};
    switch (field.kind) {
    case FieldKind::Yen: return spellingsOf(Yen(value.toInteger()));
    case FieldKind::Date: return spellingsOf(QDate::fromString(value.toString(), Qt::ISODate));
    case FieldKind::Text: return spellingsOf(value.toString());
    case FieldKind::StaffRef:
        if (const Staff *staff = view.office->staffByNumber(value.toString()))
            return {staff->name(), staff->familyName};
        return {};
    default: return {};
    }
}

void addPayee(std::vector<CheckItem> &items, const FieldDefinition &field, const PayeeRef &payee)
{
    const auto add = [&](const QString &key, const QString &label, const QString &value, const QStringList &spellings) {
        items.push_back(
            {.field = key, .label = label, .value = value, .spellings = spellings, .paper = PaperKind::Invoice});
    };
    add(field.key, field.label.text(englishWording()), payee.name, spellingsOf(payee.name));
    if (!payee.account.isEmpty()) {
        add(field.key + QStringLiteral("_account"), CheckWords::tr("Account"),
            payee.holderDiffers ? CheckWords::tr("%1 (another's name)").arg(payee.account) : payee.account,
            {payee.account});
    }
    const QString number = CheckWords::tr("Registration number");
    if (!payee.registration.isEmpty())
        add(field.key + QStringLiteral("_registration"), number, payee.registration, {payee.registration});
    else if (payee.kind == PayeeKind::Corporation)
        items.push_back({.field = field.key + QStringLiteral("_registration"),
                         .label = number,
                         .value = {},
                         .spellings = {},
                         .missing = true});
}

/// What a field says; nothing where it says nothing, or no more than that something is not so.
QString valueOf(const FieldDefinition &field, const CaseView &view)
{
    const bool english = englishWording();
    if (field.kind == FieldKind::Computed)
        return view.computed.value(field.key).text(english);
    const QJsonValue value = view.content.fields.value(field.key);
    if (value.isNull() || value.isUndefined() || (field.kind == FieldKind::Yen && value.toInteger() == 0)
        || (field.kind == FieldKind::Flag && !value.toBool()))
        return {};
    return displayText(field, value, {*view.office, view.budget}, english).simplified();
}

} // namespace

PaperKinds paperKinds(const QString &fileName)
{
    const auto says = [&fileName](std::initializer_list<QString> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](const QString &word) { return fileName.contains(word, Qt::CaseInsensitive); });
    };
    PaperKinds kinds;
    kinds.setFlag(PaperKind::Invoice,
                  says({QStringLiteral("請求"), QStringLiteral("invoice"), QStringLiteral("seikyu")}));
    kinds.setFlag(PaperKind::Delivery,
                  says({QStringLiteral("納品"), QStringLiteral("検収"), QStringLiteral("検査"), QStringLiteral("完了"),
                        QStringLiteral("完成"), QStringLiteral("報告"), QStringLiteral("delivery"),
                        QStringLiteral("inspection"), QStringLiteral("nouhin"), QStringLiteral("nohin"),
                        QStringLiteral("kensa"), QStringLiteral("kanryo")})); // kenshu is 研修, too
    kinds.setFlag(PaperKind::Agreement,
                  says({QStringLiteral("見積"), QStringLiteral("契約"), QStringLiteral("quotation"),
                        QStringLiteral("contract"), QStringLiteral("mitsumori"), QStringLiteral("keiyaku")}));
    return kinds;
}

std::vector<CheckItem> checklistOf(const VoucherFile &file)
{
    const CaseView &view = file.view;
    std::vector<CheckItem> items;
    for (const FieldDefinition &field : view.definition.fields) {
        if (!isCompared(field) || !isShown(field, view))
            continue;
        const QJsonValue value = view.content.fields.value(field.key);
        if (field.kind == FieldKind::Payee) {
            if (const auto payee = PayeeRef::fromJson(value))
                addPayee(items, field, *payee);
            continue;
        }
        const QString text = valueOf(field, view);
        if (text.isEmpty() && !isMissed(field.key, view))
            continue;
        items.push_back({.field = field.key,
                         .label = field.label.text(englishWording()),
                         .value = text,
                         .spellings = text.isEmpty() ? QStringList() : spellingsFor(field, value, view),
                         .paper = paperFor(field.key),
                         .own = field.kind == FieldKind::Yen,
                         .beside = besideFor(field.key),
                         .amount = field.kind == FieldKind::Yen,
                         .missing = text.isEmpty()});
    }
    return items;
}

std::vector<ProofPaper> papersOf(const VoucherFile &file)
{
    std::vector<ProofPaper> papers;
    const auto add = [&papers](const CaseView &view, ProofPaper::Of of) {
        for (const Attachment &one : view.content.attachments) {
            const bool known = std::any_of(papers.begin(), papers.end(),
                                           [&](const ProofPaper &paper) { return paper.file.sha256 == one.sha256; });
            if (!known && (!one.confidential || view.record.privy))
                papers.push_back({one, of});
        }
    };
    add(file.view, ProofPaper::Of::Voucher);
    if (file.commitment)
        add(*file.commitment, ProofPaper::Of::Commitment);
    if (file.order)
        add(*file.order, ProofPaper::Of::Order);
    for (const CaseView &report : file.reports)
        add(report, ProofPaper::Of::Commitment);
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
