// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rule.h"
#include "tests/hostile/attack.h"
#include "tests/support/postgresserver.h"
#include "tests/support/printers.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

#include <random>

// What is a route rule: programs and the database say the same of rules that are bent at random. KESSAI_SEED bends others.

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kRule =
    R"({"form":"memo","from":"2090-04-01","table":{"code":"decision","least":"sort"},"top":["mayor"],"lines":[
  {"line":"A","kind":"review","who":[{"head":"unit"},{"post":"mayor"}],"why":{"ja":"あ","en":"a"}},
  {"line":"B","kind":"consult","rule":"count","count":2,"objection":"refers","who":[{"role":"finance"},{"staff":"10001"}],
   "ground":["amount"],"when":{"any":[{"field":"amount","ge":5,"lt":9},{"not":{"field":"sort","in":["x",2,true]}}]},
   "why":{"ja":"い","en":"b"}},
  {"line":"C","kind":"consult","who":[{"table":"consulted"}],"when":{"field":"vote","eq":true},"why":{"ja":"う","en":"c"}},
  {"line":"D","kind":"decide","who":[{"table":"decider"}],"why":{"ja":"え","en":"d"}},
  {"line":"E","kind":"circulate","who":[{"field":"about"}],"why":{"ja":"お","en":"e"}},
  {"line":"F","kind":"examine","apart":true,"rule":"any","who":[{"role":"accounting"}],"why":{"ja":"か","en":"f"}}]})";

constexpr int kBent = 1500;

class Bender final {
public:
    explicit Bender(unsigned seed) : m_random(seed) {}

    QJsonObject bent(const QJsonObject &rule)
    {
        QJsonValue value = rule;
        for (int i = 1 + below(2); i > 0; --i)
            value = changed(value, 0);
        QJsonObject object = value.toObject();
        object.insert(u"from"_s, rule.value(u"from"_s)); // days are the door's to look at
        return object;
    }

private:
    int below(qsizetype n) { return int(m_random() % unsigned(n)); }
    QJsonValue something()
    {
        static const QJsonArray kThings{u"A"_s,
                                        u"decide"_s,
                                        u"review"_s,
                                        u"examine"_s,
                                        u"circulate"_s,
                                        u"consult"_s,
                                        u"any"_s,
                                        u"all"_s,
                                        u"majority"_s,
                                        u"returns"_s,
                                        QString(),
                                        u" "_s,
                                        0,
                                        1,
                                        3,
                                        -1,
                                        true,
                                        false,
                                        QJsonValue::Null,
                                        QJsonArray(),
                                        QJsonObject(),
                                        QJsonArray{QJsonObject{{u"table"_s, u"decider"_s}}},
                                        QJsonArray{QJsonObject{{u"head"_s, u"section"_s}}},
                                        QJsonObject{{u"field"_s, u"a"_s}, {u"ne"_s, u""_s}},
                                        QJsonObject{{u"all"_s, QJsonArray{QJsonObject()}}}};
        return kThings.at(below(kThings.size()));
    }
    QString anyKey()
    {
        static const QStringList kKeys{u"line"_s,   u"kind"_s, u"rule"_s, u"count"_s, u"objection"_s, u"apart"_s,
                                       u"ground"_s, u"who"_s,  u"when"_s, u"why"_s,   u"top"_s,       u"table"_s,
                                       u"ge"_s,     u"in"_s,   u"not"_s,  u"all"_s,   u"least"_s,     u"more"_s};
        return kKeys.at(below(kKeys.size()));
    }
    QJsonValue changed(const QJsonValue &value, int depth)
    {
        const bool here = depth > 1 && below(4) == 0;
        if (value.isArray() && !value.toArray().isEmpty()) {
            QJsonArray array = value.toArray();
            const int at = below(array.size());
            switch (here ? below(3) : 3) {
            case 0: array.removeAt(at); break;
            case 1: array.insert(below(array.size()), array.at(at)); break;
            case 2: array.append(something()); break;
            default: array.replace(at, changed(array.at(at), depth + 1));
            }
            return array;
        }
        if (value.isObject() && !value.toObject().isEmpty()) {
            QJsonObject object = value.toObject();
            const QString key = object.keys().at(below(object.size()));
            switch (here ? below(3) : 3) {
            case 0: object.remove(key); break;
            case 1: object.insert(anyKey(), something()); break;
            case 2: object.insert(key, something()); break;
            default: object.insert(key, changed(object.value(key), depth + 1));
            }
            return object;
        }
        return something();
    }

    std::mt19937 m_random;
};

} // namespace

TEST(RouteTwins, SayTheSameOfRulesThatAreBent)
{
    SceneDatabase database;
    ASSERT_TRUE(database.ok()) << qPrintable(database.error());
    const unsigned seed =
        qEnvironmentVariableIsSet("KESSAI_SEED") ? qEnvironmentVariable("KESSAI_SEED").toUInt() : 20260401;
    Bender bender(seed);
    const QJsonObject sound = QJsonDocument::fromJson(kRule).object();
    ASSERT_TRUE(RouteRule::fromJson(sound, 1));
    QStringList texts{QString::fromUtf8(QJsonDocument(sound).toJson(QJsonDocument::Compact))};
    while (texts.size() < kBent)
        texts += QString::fromUtf8(QJsonDocument(bender.bent(sound)).toJson(QJsonDocument::Compact));
    QStringList rows;
    for (int i = 0; i < texts.size(); ++i)
        rows += u"(%1, %2::jsonb)"_s.arg(i).arg(literal(texts[i]));

    const auto said = PostgresServer::instance().rows(
        database.name(),
        u"SELECT coalesce(kessai.is_route_rule(t), false) FROM (VALUES %1) AS given (no, t) ORDER BY no"_s.arg(
            rows.join(u", "_s)));

    ASSERT_TRUE(said) << qPrintable(said.error().detail);
    int taken = 0;
    for (int i = 0; i < texts.size(); ++i) {
        const auto read = RouteRule::fromJson(QJsonDocument::fromJson(texts[i].toUtf8()).object(), 1);
        const QString answer = (*said)[i][0];
        const bool there = answer == u"t"_s || answer == u"true"_s;
        taken += there;
        EXPECT_EQ(there, bool(read)) << qPrintable(texts[i]) << "\n"
                                     << (read ? "read" : qPrintable(read.error().detail));
    }
    EXPECT_GT(taken, 10);
    EXPECT_LT(taken, kBent - 10);
}

} // namespace kessai::test
