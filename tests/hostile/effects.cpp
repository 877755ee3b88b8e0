// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

/// 鈴木's approval with another text of the act.
auto falseText(const Edit &edit)
{
    return falsePayload("suzuki", &SceneCases::fresh, Approve{}, edit);
}

/// The text itself, changed.
auto text(QByteArray Call::*which, const char *before, const char *after)
{
    return [=](Stage &stage) {
        Call call = stage.honest("suzuki", stage.cases().fresh, Approve{});
        (call.*which).replace(before, after);
        return call.sql();
    };
}

Attack byChief(const char *name, const Edit &edit)
{
    return {name, "suzuki", falseEffects("suzuki", &SceneCases::fresh, Approve{}, edit), faultOf("Invalid")};
}

/// 加藤 approves step 2 of 5: [2.1 → approved, 3.1 → open], readers 加藤 and the consulted 財政課長.
Attack byManager(const char *name, const Edit &edit)
{
    return {name, "kato", falseEffects("kato", &SceneCases::second, Approve{}, edit), faultOf("Invalid")};
}

// 鈴木 approves step 1 of 5: [1.1 → approved, 2.1 → open], reader 鈴木; the line read from the submission on.
std::vector<Attack> whileApproving()
{
    return {
        byChief("decide the case while approving a review", set("state", 4)),
        byChief("reject the case while approving", set("state", 5)),
        byChief("return the case while approving", set("state", 2)),
        byChief("put the case into a state that does not exist", set("state", 99)),
        byChief("use up the postings while approving", set("postings", 1)),
        byChief("void the postings while approving", set("postings", 2)),
        byChief("approve in a round that is not the case's", set("round", 2)),
        byChief("approve in round 0", set("round", 0)),
        byChief("approve and let nobody be asked next", changes([](QJsonArray &a) { a.removeLast(); })),
        byChief("approve without marking one's own step", changes([](QJsonArray &a) { a.removeFirst(); })),
        byChief("approve and change nothing", changes([](QJsonArray &a) { a = {}; })),
        byChief("approve in the record only",
                [](QJsonObject &o) {
                    o[QLatin1String("changes")] = QJsonArray();
                    o[QLatin1String("access")] = QJsonArray{QStringLiteral("staff:7")};
                }),
        byChief("skip the section head: open the decision at once",
                changes([](QJsonArray &a) { a[1] = change(4, 1, 1); })),
        byChief("open two steps at once", changes([](QJsonArray &a) { a.append(change(3, 1, 1)); })),
        byChief("open the decision along with the next step",
                changes([](QJsonArray &a) { a.append(change(4, 1, 1)); })),
        byChief("approve the next step in passing", changes([](QJsonArray &a) { a[1] = change(2, 1, 2); })),
        byChief("open and approve the next step in passing", changes([](QJsonArray &a) { a.append(change(2, 1, 2)); })),
        byChief("approve the decision in passing", changes([](QJsonArray &a) { a.append(change(4, 1, 2)); })),
        byChief("skip the next step", changes([](QJsonArray &a) { a[1] = change(2, 1, 6); })),
        byChief("void the next step", changes([](QJsonArray &a) { a[1] = change(2, 1, 7); })),
        byChief("mark one's own step as read", changes([](QJsonArray &a) { a[0] = change(1, 1, 3); })),
        byChief("mark one's own step as skipped", changes([](QJsonArray &a) { a[0] = change(1, 1, 6); })),
        byChief("mark one's own step as rejected", changes([](QJsonArray &a) { a[0] = change(1, 1, 5); })),
        byChief("leave one's own step open", changes([](QJsonArray &a) { a[0] = change(1, 1, 1); })),
        byChief("circulate before it is time", changes([](QJsonArray &a) { a.append(change(5, 1, 1)); })),
        byChief("mark papers as read that nobody was sent", changes([](QJsonArray &a) { a.append(change(5, 1, 3)); })),
        byChief("change an assignment that is not there", changes([](QJsonArray &a) { a.append(change(9, 1, 1)); })),
        byChief("change an assignment twice", changes([](QJsonArray &a) { a.append(change(2, 1, 1)); })),
        byChief("put the changes in another order", changes([](QJsonArray &a) {
                    a = {a[1], a[0]};
                })),
        byChief("let an accomplice read", readers([](QJsonArray &a) { a.append(QStringLiteral("staff:15")); })),
        byChief("let an accomplice's post read", readers([](QJsonArray &a) { a.append(QStringLiteral("post:15")); })),
        byManager("keep the next post from reading", readers([](QJsonArray &a) { a.removeLast(); })),
        byChief("keep oneself out of the list of readers", readers([](QJsonArray &a) { a.removeFirst(); })),
        byChief("list a reader twice", readers([](QJsonArray &a) { a.append(a[0]); })),
        byManager("list the readers in another order", readers([](QJsonArray &a) {
                      a = {a[1], a[0]};
                  })),
        byChief("let nobody in particular read", readers([](QJsonArray &a) { a.append(QStringLiteral("staff:0")); })),
        byChief("let everybody read", readers([](QJsonArray &a) { a.append(QStringLiteral("everybody")); })),
    };
}

std::vector<Attack> inOtherActs()
{
    using C = SceneCases;
    const Command back = Return{{}, {}, QStringLiteral("確認してください")};
    const Command toChief = Return{{}, 1, QStringLiteral("確認してください")};
    const Command no = Reject{{}, QStringLiteral("認められません")};
    const auto invalid = faultOf("Invalid");
    return {
        {"decide and let the case run on", "bando", falseEffects("bando", &C::deciding, Approve{}, set("state", 1)),
         invalid},
        {"decide and keep the postings reserved", "bando",
         falseEffects("bando", &C::deciding, Approve{}, set("postings", 0)), invalid},
        {"decide and keep the circulation from opening", "bando",
         falseEffects("bando", &C::deciding, Approve{}, changes([](QJsonArray &a) { a.removeLast(); })), invalid},
        {"decide and un-approve an earlier step", "bando",
         falseEffects("bando", &C::deciding, Approve{}, changes([](QJsonArray &a) { a.append(change(1, 1, 0)); })),
         invalid},
        {"approve for both where both must agree", "shiba",
         falseEffects("shiba", &C::pair, Approve{}, changes([](QJsonArray &a) {
                          a.append(change(1, 2, 2));
                          a.append(change(2, 1, 1));
                      })),
         invalid},
        {"skip the other where both must agree", "shiba",
         falseEffects("shiba", &C::pair, Approve{}, changes([](QJsonArray &a) {
                          a.append(change(1, 2, 6));
                          a.append(change(2, 1, 1));
                      })),
         invalid},
        {"go on without the other where both must agree", "shiba",
         falseEffects("shiba", &C::pair, Approve{}, changes([](QJsonArray &a) { a.append(change(2, 1, 1)); })),
         invalid},
        {"read circulated papers in the record only", "shiba",
         falseEffects("shiba", &C::circulating, Approve{}, changes([](QJsonArray &a) { a = {}; })), invalid},
        {"agree in the record only where both must agree", "shiba",
         falseEffects("shiba", &C::pair, Approve{}, changes([](QJsonArray &a) { a = {}; })), invalid},
        {"read circulated papers and approve with them", "shiba",
         falseEffects("shiba", &C::circulating, Approve{}, changes([](QJsonArray &a) { a.append(change(2, 1, 2)); })),
         invalid},
        {"read circulated papers and decide with them", "shiba",
         falseEffects("shiba", &C::circulating, Approve{}, set("state", 4)), invalid},
        {"read decided papers and reopen the case", "shiba",
         falseEffects("shiba", &C::decided, Approve{}, set("state", 1)), invalid},
        {"return and leave the decision waiting", "kato",
         falseEffects("kato", &C::second, back, changes([](QJsonArray &a) { a.removeLast(); })), invalid},
        {"return and erase an approval", "kato",
         falseEffects("kato", &C::second, back, changes([](QJsonArray &a) { a.insert(1, change(1, 1, 7)); })), invalid},
        {"return and let the case run", "kato", falseEffects("kato", &C::second, back, set("state", 1)), invalid},
        {"return and keep the postings", "kato", falseEffects("kato", &C::second, back, set("postings", 0)), invalid},
        {"return to a step and keep one's own open", "kato",
         falseEffects("kato", &C::second, toChief, changes([](QJsonArray &a) { a.removeLast(); })), invalid},
        {"return to a step and do not ask it", "kato",
         falseEffects("kato", &C::second, toChief, changes([](QJsonArray &a) { a.removeFirst(); })), invalid},
        {"return to a step and mark it skipped", "kato",
         falseEffects("kato", &C::second, toChief, changes([](QJsonArray &a) { a[0] = change(1, 1, 6); })), invalid},
        {"return to a step and let an approval after it stand", "zaizen",
         falseEffects("zaizen", &C::consult, toChief, changes([](QJsonArray &a) { a.removeAt(1); })), invalid},
        {"reject and leave somebody asked", "kato",
         falseEffects("kato", &C::second, no, changes([](QJsonArray &a) { a.removeLast(); })), invalid},
        {"reject and decide", "kato", falseEffects("kato", &C::second, no, set("state", 4)), invalid},
        {"withdraw and leave the step open", "sato",
         falseEffects("sato", &C::fresh, Withdraw{}, changes([](QJsonArray &a) { a.removeFirst(); })), invalid},
        {"withdraw and approve one's own case", "sato",
         falseEffects("sato", &C::fresh, Withdraw{}, changes([](QJsonArray &a) { a[0] = change(1, 1, 2); })), invalid},
        {"cancel and decide", "sato", falseEffects("sato", &C::fresh, Cancel{QStringLiteral("不要")}, set("state", 4)),
         invalid},
        {"remark and approve", "kato",
         falseEffects("kato", &C::second, Comment{QStringLiteral("一言")},
                      changes([](QJsonArray &a) { a.append(change(2, 1, 2)); })),
         invalid},
        {"remark and let an accomplice read", "kato",
         falseEffects("kato", &C::second, Comment{QStringLiteral("一言")},
                      readers([](QJsonArray &a) { a.append(QStringLiteral("staff:15")); })),
         invalid},
        {"remark and decide", "kato",
         falseEffects("kato", &C::second, Comment{QStringLiteral("一言")}, set("state", 4)), invalid},
        {"remark and use up the postings", "kato",
         falseEffects("kato", &C::second, Comment{QStringLiteral("一言")}, set("postings", 1)), invalid},
    };
}

// A record nobody can read would lock everybody out of the case.
std::vector<Attack> inTheText()
{
    const auto invalid = faultOf("Invalid");
    return {
        {"hide a member in the effects", "suzuki",
         falseEffects("suzuki", &SceneCases::fresh, Approve{}, set("more", 1)), invalid},
        {"hide a member in a change", "suzuki",
         falseEffects("suzuki", &SceneCases::fresh, Approve{}, changes([](QJsonArray &a) {
                          QJsonObject one = a[0].toObject();
                          one[QLatin1String("more")] = 1;
                          a[0] = one;
                      })),
         invalid},
        {"hide a member in the act", "suzuki", falseText(set("more", 1)), invalid},
        {"leave a member out of the act", "suzuki",
         falseText([](QJsonObject &o) { o.remove(QLatin1String("comment")); }), invalid},
        {"write a number where a text belongs", "suzuki", falseText(set("comment", 1)), invalid},
        {"write a text where a number belongs", "suzuki", text(&Call::effects, "\"round\":1", "\"round\":\"1\""),
         invalid},
        {"write null where a text belongs", "suzuki", falseText(set("comment", QJsonValue::Null)), invalid},
        {"write an object where a list belongs", "suzuki", falseText(set("also", QJsonObject())), errorState("22023")},
        {"write a fraction where a number belongs", "suzuki", text(&Call::effects, "\"round\":1", "\"round\":1.5"),
         errorState("22P02")},
        {"write a number no machine can hold", "suzuki",
         text(&Call::effects, "\"round\":1", "\"round\":1000000000000000000000"), errorState("22003")},
        {"write a member twice", "suzuki", text(&Call::effects, "\"round\":1", "\"round\":2,\"round\":1"), invalid},
        {"write with spaces", "suzuki", text(&Call::effects, "\"round\":1", "\"round\": 1"), invalid},
        {"write members in another order", "suzuki",
         text(&Call::payload, "{\"also\":[],\"comment\":\"\"", "{\"comment\":\"\",\"also\":[]"), invalid},
        {"write characters as escapes", "suzuki", text(&Call::payload, "\"comment\":\"\"", "\"comment\":\"\\u3042\""),
         invalid},
        {"write U+0000", "suzuki", text(&Call::payload, "\"comment\":\"\"", "\"comment\":\"\\u0000\""),
         errorState("22P05")},
        {"write no JSON", "suzuki", text(&Call::payload, "{", "["), errorState("22P02")},
        {"write a list for an act", "suzuki",
         [](Stage &stage) {
             Call call = stage.honest("suzuki", stage.cases().fresh, Approve{});
             call.payload = "[]";
             return call.sql();
         },
         invalid},
    };
}

} // namespace

std::vector<Attack> effectAttacks()
{
    std::vector<Attack> all = whileApproving();
    for (const auto &group : {inOtherActs(), inTheText()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

} // namespace kessai::test
