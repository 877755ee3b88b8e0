// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memoform.h"

#include <QJsonDocument>

namespace kessai::test {

namespace {

constexpr qint64 kBudget = 1'000'000;

constexpr auto kDefinition = R"({"code":"memo","from":"2020-04-01","name":{"ja":"伺い","en":"Memo"},
  "group":{"ja":"起案","en":"Drafts"},"icon":"file-text","dayField":"day","words":["うかがい","ukagai","shokyu"],
  "insteadOfRejecting":[{"name":{"ja":"変更","en":"Later"},"text":{"ja":"時期を変えてください","en":"At another time"},
    "when":{"field":"sort","eq":"special"}}],
  "variants":[{"name":{"ja":"特別の伺い","en":"A special memo"},"fields":{"sort":"special"}}],"description":{"ja":"試験の様式","en":"A form for tests"},
  "fields":[
    {"key":"subject","kind":"text","label":{"ja":"件名","en":"Subject"},"required":true,"maxLength":60,
     "hint":{"ja":"何についてか","en":"What it is about"}},
    {"key":"amount","kind":"yen","label":{"ja":"金額","en":"Amount"},"width":4},
    {"key":"day","kind":"date","label":{"ja":"日付","en":"Day"},"width":4,"initial":"today"},
    {"key":"sort","kind":"choice","label":{"ja":"種別","en":"Sort"},"width":4,
     "choices":[{"code":"plain","label":{"ja":"普通","en":"Plain"}},{"code":"special","label":{"ja":"特別","en":"Special"}}]},
    {"key":"reason","kind":"longText","label":{"ja":"理由","en":"Reason"},"required":true,
     "visibleWhen":{"field":"sort","eq":"special"}},
    {"key":"about","kind":"staffRef","label":{"ja":"対象者","en":"About"},"width":6},
    {"key":"urgent","kind":"flag","label":{"ja":"至急","en":"Urgent"},"width":6},
    {"key":"private","kind":"longText","label":{"ja":"事情","en":"Circumstances"},"confidential":true,"maxLength":500},
    {"key":"total","kind":"computed","label":{"ja":"税込","en":"With tax"}}],
  "attachments":true,"printTitle":{"ja":"伺い","en":"Memo"}})";

constexpr auto kRule = R"({"form":"memo","from":"2020-04-01","lines":[
  {"line":"M-1","kind":"review","who":[{"head":"unit"}],"why":{"ja":"係長","en":"Unit head"}},
  {"line":"M-2","kind":"consult","who":[{"role":"finance"}],"when":{"field":"yen","ge":100000},
   "why":{"ja":"財政合議","en":"Finance from 100,000"}},
  {"line":"M-3","kind":"circulate","who":[{"role":"accounting"}],"why":{"ja":"供覧","en":"For information"}},
  {"line":"M-4","kind":"decide","who":[{"head":"section"}],"when":{"field":"yen","lt":500000},
   "why":{"ja":"課長専決","en":"Section head decides"}},
  {"line":"M-5","kind":"decide","who":[{"head":"department"}],
   "when":{"all":[{"field":"yen","ge":500000},{"field":"yen","lt":900000}]},
   "why":{"ja":"部長専決","en":"Director decides"}}]})";

qint64 yenOf(const QJsonObject &fields)
{
    const QJsonValue amount = fields.value(QLatin1String("amount"));
    return amount.isDouble() ? amount.toInteger() : 0;
}

} // namespace

const std::vector<FormDefinition> &MemoForm::definitions() const
{
    static const std::vector<FormDefinition> all{
        FormDefinition::fromJson(QJsonDocument::fromJson(QByteArray(kDefinition)).object(), 1).value()};
    return all;
}

QJsonObject MemoForm::defaultRule() const
{
    return QJsonDocument::fromJson(QByteArray(kRule)).object();
}

QString MemoForm::title(const QJsonObject &fields, const Parameters &) const
{
    return fields.value(QLatin1String("subject")).toString();
}

std::optional<Yen> MemoForm::amount(const QJsonObject &fields) const
{
    return yenOf(fields) > 0 ? std::optional(Yen(yenOf(fields))) : std::nullopt;
}

QHash<QString, Bilingual> MemoForm::computed(const QJsonObject &fields, const FormContext & /*context*/) const
{
    const QString total = QString::number(yenOf(fields) * 11 / 10);
    return {{QStringLiteral("total"), {total, total}}};
}

QJsonObject MemoForm::facts(const QJsonObject &fields, const Parameters &) const
{
    return {{QStringLiteral("yen"), yenOf(fields)}};
}

std::vector<Finding> MemoForm::check(const QJsonObject &fields, const FormContext &context) const
{
    std::vector<Finding> findings;
    if (yenOf(fields) > kBudget)
        findings.push_back({Finding::Severity::Error,
                            QStringLiteral("amount"),
                            {QStringLiteral("予算を超えています。"), QStringLiteral("Over the budget.")},
                            {}});
    if (title(fields, context.parameters) == QLatin1String("?"))
        findings.push_back({Finding::Severity::Warning,
                            {},
                            {QStringLiteral("件名が短すぎます。"), QStringLiteral("The subject says little.")},
                            {}});
    return findings;
}

QJsonObject MemoForm::proposal(const QJsonObject &fields, const FormContext &) const
{
    const QString day = fields.value(QLatin1String("day")).toString();
    if (day == QLatin1String("2026-11-30"))
        return {{QStringLiteral("subject"), QStringLiteral("月末の点検")}};
    if (day == QLatin1String("2026-12-01"))
        return {{QStringLiteral("subject"), QStringLiteral("月初の点検")}};
    return {};
}

std::vector<Posting> MemoForm::postings(const QJsonObject &fields, StaffId drafter, const Parameters &) const
{
    const QString account = QStringLiteral("staff:%1").arg(drafter.value());
    std::vector<Posting> postings;
    if (yenOf(fields) > 0)
        postings.push_back({QStringLiteral("budget"), account, QDate(2026, 11, 24), yenOf(fields)});
    const QDate day = QDate::fromString(fields.value(QLatin1String("day")).toString(), Qt::ISODate);
    if (day.isValid() && fields.value(QLatin1String("sort")).toString() == QLatin1String("special")) {
        postings.push_back({QStringLiteral("absence.minutes"), account, day, 210, 510});
        postings.push_back({QStringLiteral("absence.minutes"), account, day, 255, 780});
        postings.push_back({QStringLiteral("leave.annual.minutes"), account, day, 465});
    }
    return postings;
}

std::vector<Insight> MemoForm::insights(const QJsonObject &fields, const FormContext &) const
{
    if (yenOf(fields) == 0)
        return {};
    Insight insight;
    insight.text = {QStringLiteral("予算"), QStringLiteral("Budget")};
    insight.used = 0;
    insight.added = yenOf(fields);
    insight.limit = kBudget;
    insight.limitText = {QStringLiteral("100万円"), QStringLiteral("1,000,000")};
    return {insight};
}

} // namespace kessai::test
