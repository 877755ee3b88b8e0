// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "core/cases/cancellation.h"
#include "tests/hostile/attack.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kessai::test {

namespace {

using C = SceneCases;

void asItIs(QJsonObject &) {}

/// 佐藤 makes a draft of theirs cancel a case and submits it, in one statement. `content` bends what it says, `payload` what is
/// submitted, which moves back whatever the case has moved.
std::function<QString(Stage &)> cancels(CaseId C::*which, const Edit &content = asItIs, const Edit &payload = asItIs)
{
    return [=](Stage &stage) -> QString {
        const CaseId draft = stage.cases().draft;
        const CaseId original = stage.cases().*which;
        const QString id = QString::number(original.value());
        Content cancelling{
            QStringLiteral("draft"),
            1,
            QJsonDocument::fromJson(stage
                                        .ask(QStringLiteral("SELECT x.fields FROM kessai.content x WHERE x.case_id = "
                                                            "%1 ORDER BY x.revision DESC LIMIT 1")
                                                 .arg(id))
                                        .toUtf8())
                .object(),
            {}};
        cancelling.form = stage.ask(
            QStringLiteral("SELECT form FROM kessai.case_file WHERE case_id = %1").arg(QString::number(draft.value())));
        cancelling.fields = kessai::cancelling(
            cancelling.fields,
            {original, stage.ask(QStringLiteral("SELECT number FROM kessai.case_file WHERE case_id = %1").arg(id)), 1,
             QStringLiteral("不要")});
        content(cancelling.fields);
        const QJsonArray back =
            QJsonDocument::fromJson(
                stage
                    .ask(QStringLiteral(
                             "SELECT coalesce(jsonb_agg(jsonb_build_object('account', p.account, 'amount', -p.amount, "
                             "'day', p.day, "
                             "'ledger', p.ledger) ORDER BY p.no), '[]') FROM kessai.posting p WHERE p.case_id = %1")
                             .arg(id))
                    .toUtf8())
                .array();
        Call call = stage.honestSubmit("sato", draft).edit(&Call::payload, [&](QJsonObject &o) {
            o[QLatin1String("postings")] = back;
            payload(o);
        });
        return submitting(stage, call, cancelling);
    };
}

Edit said(const char *key, const QJsonValue &value)
{
    return [=](QJsonObject &fields) {
        QJsonObject one = fields[kCancels].toObject();
        one[QLatin1String(key)] = value;
        fields[kCancels] = one;
    };
}

Edit someDays(const char *from = "2020-01-01")
{
    return said("days",
                QJsonObject{{QStringLiteral("from"), QLatin1String(from)},
                            {QStringLiteral("until"), QStringLiteral("2029-12-31")}});
}

/// The days that were taken back of the leave of which some were, or others.
QJsonObject dayOf(int day)
{
    const QString text = kPartlyBackDay.addDays(day).toString(Qt::ISODate);
    return {{QStringLiteral("from"), text}, {QStringLiteral("until"), text}};
}

/// Several edits of what a cancellation says.
Edit both(const Edit &one, const Edit &other)
{
    return [=](QJsonObject &fields) {
        one(fields);
        other(fields);
    };
}

Edit postings(const std::function<void(QJsonArray &)> &edit)
{
    return [=](QJsonObject &payload) {
        QJsonArray all = payload[QLatin1String("postings")].toArray();
        edit(all);
        payload[QLatin1String("postings")] = all;
    };
}

/// The first posting with another amount, or more of it.
Edit times(int factor)
{
    return postings([=](QJsonArray &all) {
        QJsonObject first = all.first().toObject();
        first[QLatin1String("amount")] = first[QLatin1String("amount")].toInteger() * factor;
        all[0] = first;
    });
}

} // namespace

std::vector<Attack> cancellationAttacks()
{
    const Expected no = refusedAs("NotCancellable");
    const Expected invalid = faultOf("Invalid");
    return {
        {"cancel a stranger's case", "sato", cancels(&C::stoodIn, said("case", 1'000'000)), no},
        {"cancel somebody else's decided leave", "sato", cancels(&C::secret), no},
        {"cancel a colleague's decided leave as if at their head", "sato",
         cancels(&C::secret, said("drafter", sceneOffice().small.tanaka.value())), no},
        {"cancel one's own case as if at one's own head", "sato",
         cancels(&C::decided, said("drafter", sceneOffice().small.sato.value())), no},
        {"cancel one's own case as if it were a colleague's", "sato",
         cancels(&C::decided, said("drafter", sceneOffice().small.tanaka.value())), no},
        {"cancel a case of somebody who is no number", "sato",
         cancels(&C::decided, said("drafter", QStringLiteral("sato"))), no},
        {"cancel a case that runs", "sato", cancels(&C::deciding), no},
        {"cancel a case that was rejected", "sato", cancels(&C::rejected), no},
        {"cancel a draft", "sato", cancels(&C::draft), no},
        {"cancel under another number", "sato", cancels(&C::decided, said("number", QStringLiteral("R8-999999"))), no},
        {"cancel a decision without a reason", "sato", cancels(&C::decided, said("reason", QStringLiteral(" \u3000"))),
         refusedAs("ReasonMissing")},
        {"cancel for a reason that is no text", "sato", cancels(&C::decided, said("reason", 7)), invalid},
        {"cancel a case named in words", "sato", cancels(&C::decided, said("case", QStringLiteral("1 OR 1=1"))),
         invalid},
        {"cancel nothing in particular", "sato",
         cancels(&C::decided, [](QJsonObject &fields) { fields[kCancels] = QJsonValue::Null; }), invalid},
        {"cancel something else than was decided", "sato",
         cancels(&C::decided, [](QJsonObject &fields) { fields[QLatin1String("more")] = 1; }),
         refusedAs("ContentInvalid")},
        {"give back twice what was moved", "sato", cancels(&C::decided, asItIs, times(2)), invalid},
        {"cancel and take once more", "sato", cancels(&C::decided, asItIs, times(-1)), invalid},
        {"cancel and give nothing back", "sato",
         cancels(&C::decided, asItIs, postings([](QJsonArray &all) { all = {}; })), invalid},
        {"give back the same twice", "sato",
         cancels(&C::decided, asItIs, postings([](QJsonArray &all) { all.append(all.first().toObject()); })), invalid},
        {"give back to another ledger", "sato", cancels(&C::decided, asItIs, postings([](QJsonArray &all) {
             QJsonObject first = all.first().toObject();
             first[QLatin1String("ledger")] = QStringLiteral("leave.annual.minutes");
             all[0] = first;
         })),
         invalid},
        {"cancel some days and give back more than was moved", "sato", cancels(&C::decided, someDays(), times(2)),
         invalid},
        {"cancel some days and give the same back twice", "sato",
         cancels(&C::decided, someDays(), postings([](QJsonArray &all) { all.append(all.first().toObject()); })),
         invalid},
        {"cancel some days and give nothing back", "sato",
         cancels(&C::decided, someDays(), postings([](QJsonArray &all) { all = {}; })), invalid},
        {"cancel days that are none", "sato", cancels(&C::decided, someDays("2026-13-01")), refusedAs("PeriodInvalid")},
        {"cancel days that end before they begin", "sato", cancels(&C::decided, someDays("2030-01-01")), invalid},
        {"cancel days in words", "sato", cancels(&C::decided, said("days", QStringLiteral("1 OR 1=1"))), invalid},
        {"give a day back twice", "sato",
         cancels(&C::partlyBack, both(said("days", dayOf(0)), said("before", QJsonArray{dayOf(0)})),
                 postings([](QJsonArray &all) { all.removeLast(); })),
         refusedAs("CancelledBefore")},
        {"give a day back twice as if it had not been", "sato",
         cancels(&C::partlyBack, said("days", dayOf(0)), postings([](QJsonArray &all) { all.removeLast(); })),
         refusedAs("CancelledBefore")},
        {"give a day back twice under the name of another", "sato",
         cancels(&C::partlyBack, both(said("days", dayOf(1)), said("before", QJsonArray{dayOf(0)})),
                 postings([](QJsonArray &all) { all.removeLast(); })),
         invalid},
        {"cancel all of what was given back in part", "sato", cancels(&C::partlyBack), refusedAs("CancelledBefore")},
        {"give back the rest and once more what was given back", "sato",
         cancels(&C::partlyBack, said("before", QJsonArray{dayOf(0)})), invalid},
        {"give back the rest and say that other days were given back", "sato",
         cancels(&C::partlyBack, said("before", QJsonArray{dayOf(1)}),
                 postings([](QJsonArray &all) { all.removeFirst(); })),
         refusedAs("CancelledBefore")},
        {"give something back without cancelling", "sato",
         [](Stage &stage) {
             return stage.honestSubmit("sato", stage.cases().draft).edit(&Call::payload, times(-1)).sql();
         },
         invalid},
        {"write a cancellation by hand", "sato", plain("INSERT INTO kessai.cancellation SELECT 1, 2, 'a', 'b', 1"),
         denied()},
        {"decide a cancellation by hand", "sato", plain("UPDATE kessai.cancellation SET decided = 1"), denied()},
        {"take a cancellation away", "sato", plain("DELETE FROM kessai.cancellation"), denied()},
    };
}

} // namespace kessai::test
