// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/budget.h"
#include "core/cases/caseref.h"
#include "core/cases/inspector.h"
#include "tests/hostile/attack.h"

#include <QJsonArray>

namespace kessai::test {

namespace {

using C = SceneCases;

void asItIs(QJsonObject &) {}

QString numberOf(StaffId staff)
{
    return sceneOffice().office()->staff(staff)->number;
}

} // namespace

QJsonObject truthOf(Stage &stage, CaseId id, StaffId drafter)
{
    const auto asked = [&](const char *column) {
        return stage.ask(QStringLiteral("SELECT %1 FROM kessai.case_file WHERE case_id = %2")
                             .arg(QLatin1String(column), QString::number(id.value())));
    };
    const BudgetLine line{.year = kSceneYear, .code = kAffairsLine};
    return toJson(CaseRef{id, asked("number"), asked("title"), line.key(), numberOf(drafter)}).toObject();
}

namespace {

/// 佐藤 files a case that rests on another; `reference` bends what it says of it, `content` and `payload` the rest.
std::function<QString(Stage &)> rests(CaseId C::*which, const Edit &reference, const Edit &content = asItIs,
                                      const Edit &payload = set("postings", QJsonArray()))
{
    return [=](Stage &stage) {
        QJsonObject said = truthOf(stage, stage.cases().*which, stage.small().sato);
        reference(said);
        Content resting{QStringLiteral("draft"), 1, {{QStringLiteral("subject"), QStringLiteral("支出命令")}}, {}};
        resting.fields.insert(QStringLiteral("commitment"), said);
        content(resting.fields);
        return submitting(stage, stage.honestSubmit("sato", stage.cases().draft).edit(&Call::payload, payload),
                          resting);
    };
}
/// 佐藤 rests on their own commitment and pays of it.
std::function<QString(Stage &)> pays(const Edit &reference, const Edit &content = asItIs)
{
    return [=](Stage &stage) {
        const QJsonObject paid{{QStringLiteral("account"), commitmentAccount(stage.cases().commitment)},
                               {QStringLiteral("amount"), 1},
                               {QStringLiteral("day"), sceneOffice().today.toString(Qt::ISODate)},
                               {QStringLiteral("ledger"), QStringLiteral("commitment.paid")}};
        return rests(&C::commitment, reference, content, set("postings", QJsonArray{paid}))(stage);
    };
}

} // namespace

std::vector<Attack> referenceAttacks()
{
    const Expected no = refusedAs("ReferenceInvalid");
    const Expected parted = refusedAs("PartTaken");
    return {
        {"pay a commitment under another number", "sato", pays(set("number", QStringLiteral("R8-999999"))), no},
        {"pay a commitment under another title", "sato", pays(set("title", QStringLiteral("別の契約"))), no},
        {"pay a commitment as if it were on another line", "sato",
         pays(set("line", BudgetLine{.year = kSceneYear, .code = kCareLine}.key())), no},
        {"pay a commitment as if a colleague had drafted it", "sato",
         pays(set("drafter", numberOf(sceneOffice().small.tanaka))), no},
        {"pay a commitment as if it were with a payee", "sato", pays(set("payee", QStringLiteral("0000012"))), no},
        {"say of a commitment what nobody decided", "sato", pays(set("amount", 1'000'000)), no},
        {"leave out what a commitment is about", "sato",
         pays([](QJsonObject &said) { said.remove(QLatin1String("title")); }), no},
        {"rest on a case by its number as a text", "sato", pays([](QJsonObject &said) {
             said[QLatin1String("case")] = QString::number(said[QLatin1String("case")].toInteger());
         }),
         no},
        {"rest on no case", "sato", pays(set("case", 0)), no},
        {"rest on a case that is not there", "sato", pays(set("case", 1'000'000)), no},
        {"rest on a commitment and a half", "sato",
         pays([](QJsonObject &said) { said[QLatin1String("case")] = said[QLatin1String("case")].toDouble() + 0.5; }),
         faultOf("Invalid")},
        {"rest on another section's commitment", "sato", rests(&C::othersCommitment, asItIs), no},
        {"rest on a case that is not decided", "sato", rests(&C::fresh, asItIs), no},
        {"rest on a decided case that commits nothing", "sato", rests(&C::decided, asItIs), no},
        {"rest on a second commitment that is another", "sato",
         pays(asItIs,
              [](QJsonObject &fields) {
                  QJsonObject second = fields[QLatin1String("commitment")].toObject();
                  second[QLatin1String("number")] = QStringLiteral("R8-999999");
                  fields[QLatin1String("another")] = second;
              }),
         no},
        {"inspect what came of one's own commitment", "sato", rests(&C::commitment, asItIs), parted},
        {"pay what one inspected oneself", "sato",
         pays(asItIs, set(kInspector.data(), numberOf(sceneOffice().small.sato))), parted},
    };
}

} // namespace kessai::test
