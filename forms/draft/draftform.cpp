// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/draft/draftform.h"

#include "forms/support/fields.h"
#include "forms/support/wording.h"

#include <QRegularExpression>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The kind of act the 専決 table knows it by; what says nothing is a draft like any other.
QString actOf(const Fields &fields)
{
    const QString act = fields.code("act");
    return act.isEmpty() ? u"general"_s : act;
}

/// 大-中-小, each of one to three letters or digits, however wide they were typed.
bool isClassification(const QString &text)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9]{1,3}(-[A-Za-z0-9]{1,3}){2}\\z"_s);
    QString plain = text.normalized(QString::NormalizationForm_KC);
    for (const QChar dash : {QChar(0x2010), QChar(0x2011), QChar(0x2012), QChar(0x2013), QChar(0x2212), QChar(0x30FC)})
        plain.replace(dash, u'-');
    return pattern.match(plain).hasMatch();
}

} // namespace

QString DraftForm::title(const QJsonObject &json, const Parameters &) const
{
    const QString subject = Fields(json).prose("subject").simplified();
    return subject.isEmpty() ? u"起案"_s : subject;
}

std::optional<Yen> DraftForm::amount(const QJsonObject &json) const
{
    const auto amount = Fields(json).number("amount", 0, 999'999'999'999);
    return amount ? std::optional(Yen(*amount)) : std::nullopt;
}

QJsonObject DraftForm::facts(const QJsonObject &json, const Parameters &) const
{
    const Fields fields(json);
    const QString act = actOf(fields);
    QJsonObject facts{{u"act"_s, act}, {u"item"_s, act == u"commitment"_s ? fields.code("item") : QString()}};
    // What spends money is decided by its amount alone; without one nobody but the highest may.
    if (const auto yen = amount(json))
        facts.insert(u"amount"_s, yen->amount());
    else if (act == u"general"_s)
        facts.insert(u"amount"_s, 0);
    return facts;
}

std::vector<Finding> DraftForm::check(const QJsonObject &json, const FormContext &context) const
{
    const Fields fields(json);
    std::vector<Finding> findings;
    if (const QString code = fields.prose("classification"); !code.isEmpty() && !isClassification(code)) {
        findings.push_back(errorOn("classification",
                                   {u"分類記号は「大-中-小」の形で書いてください（例：01-03-02）。"_s,
                                    u"Write the classification as three parts, such as 01-03-02."_s},
                                   u"文書取扱規程（分類記号）"_s));
    }
    if (actOf(fields) == u"commitment"_s && !amount(json)) {
        findings.push_back(
            errorOn("amount",
                    {u"支出負担行為は、契約1件の総額（税込）を書いてください。専決区分がこれで決まります。"_s,
                     u"Give the whole amount of the contract, with tax: it decides who decides."_s},
                    u"事務決裁規程 別表第2"_s));
    }
    const QString disclosure = fields.code("disclosure");
    if (disclosure == u"open"_s && fields.flag("personal_info")) {
        findings.push_back(warningOn("disclosure",
                                     {u"個人情報を含む文書が「公開」になっています。公開区分を確かめてください。"_s,
                                      u"A document with personal information is marked as open. Please check."_s},
                                     u"情報公開条例（個人情報）"_s));
    }
    if (const QString article = fields.prose("disclosure_article");
        (disclosure == u"partial"_s || disclosure == u"closed"_s) && !article.isEmpty() && !article.contains(u"条"_s)) {
        findings.push_back(errorOn("disclosure_article",
                                   {u"根拠は条文で書いてください（例：第7条第2号）。"_s,
                                    u"Give the article the restriction rests on, such as 第7条第2号."_s},
                                   u"情報公開条例"_s));
    }
    // 起案日 ≤ 決裁日 ≤ 施行日 (domain.md 6.1): what is planned for a day that has passed cannot be decided in time.
    if (const auto planned = fields.day("planned_on"); planned && *planned < context.today) {
        findings.push_back(errorOn("planned_on",
                                   {u"施行予定日は今日以後の日にしてください。"_s,
                                    u"The planned day of execution must not lie before today."_s}));
    }
    if (const QString code = fields.code("consult_with"); !code.isEmpty()) {
        const Post *post = context.office.postByCode(code);
        if (!post) {
            findings.push_back(
                errorOn("consult_with", {u"合議先の職が見つかりません。"_s, u"There is no such post to consult."_s}));
        } else if (context.office.holds(context.drafter, post->id)) {
            findings.push_back(errorOn("consult_with",
                                       {u"合議先には自分以外の職を選んでください。"_s,
                                        u"Please choose a post other than your own to consult."_s}));
        }
    }
    return findings;
}

std::vector<Insight> DraftForm::insights(const QJsonObject &json, const FormContext &context) const
{
    const Fields fields(json);
    std::vector<Insight> insights;
    if (const auto planned = fields.day("planned_on"); planned && fields.flag("urgent")) {
        const qint64 left = context.today.daysTo(*planned);
        Insight insight;
        insight.text = left < 0
            ? Bilingual{u"至急：施行予定日を過ぎています"_s, u"Urgent: the planned day has passed"_s}
            : left == 0
            ? Bilingual{u"至急：施行予定は今日です"_s, u"Urgent: to be executed today"_s}
            : fill({u"至急：施行予定の%1まで あと%2日"_s, u"Urgent: to be executed on %1, %2 days from now"_s},
                   {dayText(*planned), same(QString::number(left))});
        insight.remarkable = true;
        insight.tone = left < 0 ? Finding::Severity::Error : Finding::Severity::Warning;
        insights.push_back(insight);
    }
    if (fields.flag("personal_info")) {
        Insight personal;
        personal.text = {u"個人情報を含みます"_s, u"Contains personal information"_s};
        insights.push_back(personal);
    }
    return insights;
}

} // namespace kessai
