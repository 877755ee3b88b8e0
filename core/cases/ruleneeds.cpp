// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/ruleneeds.h"

#include "core/calendar/era.h"

#include <algorithm>
#include <map>
#include <utility>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

void namedIn(const QJsonValue &condition, const QString &key, QStringList &codes)
{
    for (const QJsonValue part : condition.toArray())
        namedIn(part, key, codes);
    const QJsonObject object = condition.toObject();
    const bool tests = object.value("field"_L1).toString() == key;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "all"_L1 || it.key() == "any"_L1 || it.key() == "not"_L1)
            namedIn(it.value(), key, codes);
        else if (tests && it.value().isArray())
            for (const QJsonValue one : it.value().toArray())
                codes.append(one.toString());
        else if (tests && it.key() != "field"_L1)
            codes.append(it.value().toString());
    }
}

const Choice *choiceOf(const FieldDefinition &field, const QString &code)
{
    const auto found =
        std::find_if(field.choices.begin(), field.choices.end(), [&](const Choice &one) { return one.code == code; });
    return found == field.choices.end() ? nullptr : &*found;
}

/// Of all revisions of a form the newest one that has something; `part` finds it in a revision.
template <class Part>
auto newestWith(const std::vector<FormDefinition> &ever, const QString &form, Part part) -> decltype(part(ever.front()))
{
    const FormDefinition *best = nullptr;
    for (const FormDefinition &one : ever) {
        if (one.code == form && part(one) && (!best || best->revision < one.revision))
            best = &one;
    }
    return best ? part(*best) : nullptr;
}

/// Of the revisions of a form or the rules of its route those by which a case of the day goes, or one of a later day before `until`.
template <class T, class Wanted>
std::vector<const T *> inForceFrom(const std::vector<T> &revisions, Wanted wanted, const QDate &day, const QDate &until)
{
    const T *now = nullptr;
    std::map<QDate, const T *> later;
    for (const T &one : revisions) {
        if (!wanted(one) || (until.isValid() && one.from >= until))
            continue;
        const T *&place = one.from > day ? later[one.from] : now;
        if (!place || std::pair(one.from, one.revision) > std::pair(place->from, place->revision))
            place = &one;
    }
    std::vector<const T *> all;
    if (now)
        all.push_back(now);
    for (const auto &[from, one] : later)
        all.push_back(one);
    return all;
}

/// When the next of them comes.
template <class T, class Wanted>
QDate nextAfter(const std::vector<T> &revisions, Wanted wanted, const QDate &day)
{
    QDate next;
    for (const T &one : revisions) {
        if (wanted(one) && one.from > day && (!next.isValid() || one.from < next))
            next = one.from;
    }
    return next;
}

struct Loss {
    size_t step;
    Bilingual what;
    friend bool operator==(const Loss &, const Loss &) = default;
};

/// What a rule goes by, was on the form once, and is not on `next`.
std::vector<Loss> lossesOf(const RouteRule &rule, const FormDefinition &next, const std::vector<FormDefinition> &ever)
{
    std::vector<Loss> losses;
    const auto say = [&](size_t step, const Bilingual &what) {
        if (std::find(losses.begin(), losses.end(), Loss{step, what}) == losses.end())
            losses.push_back({step, what});
    };
    for (size_t i = 0; i < rule.lines.size(); ++i) {
        const Condition &when = rule.lines[i].when;
        for (const QString &key : comparedIn(when)) {
            const FieldDefinition *was =
                newestWith(ever, next.code, [&](const FormDefinition &one) { return one.field(key); });
            const FieldDefinition *now = next.field(key);
            if (was && !now)
                say(i, {u"「%1」"_s.arg(was->label.ja), was->label.text(true)});
            for (const QString &code : was &&now ? choicesNamed(when, key) : QStringList()) {
                const Choice *choice = newestWith(ever, next.code, [&](const FormDefinition &one) -> const Choice * {
                    const FieldDefinition *field = one.field(key);
                    return field ? choiceOf(*field, code) : nullptr;
                });
                if (choice && !choiceOf(*now, code))
                    say(i,
                        {u"「%1」の「%2」"_s.arg(now->label.ja, choice->label.ja),
                         u"%2 of %1"_s.arg(now->label.text(true), choice->label.text(true))});
            }
        }
    }
    return losses;
}

} // namespace

QStringList choicesNamed(const Condition &when, const QString &key)
{
    QStringList codes;
    namedIn(QJsonValue(when.toJson()), key, codes);
    return codes;
}

std::vector<Bilingual> lostFor(const std::vector<RouteRule> &rules, const FormDefinition &next,
                               const std::vector<FormDefinition> &ever)
{
    const auto ofForm = [&](const auto &one) { return one.code == next.code; };
    const auto ofRoute = [&](const RouteRule &one) { return one.form == next.code; };
    std::vector<Bilingual> lost;
    for (const RouteRule *rule : inForceFrom(rules, ofRoute, next.from, nextAfter(ever, ofForm, next.from))) {
        for (const Loss &loss : lossesOf(*rule, next, ever))
            lost.push_back({u"%1からの承認経路の%2番目の段階が、%3で場合を分けています。先に経路を変えてください。"_s
                                .arg(eraDate(rule->from))
                                .arg(loss.step + 1)
                                .arg(loss.what.ja),
                            u"Step %2 of the route in force from %1 on goes by %3. Change the route first."_s
                                .arg(rule->from.toString(Qt::ISODate))
                                .arg(loss.step + 1)
                                .arg(loss.what.en)});
    }
    return lost;
}

std::vector<RuleProblem> lostLater(const RouteRule &rule, const std::vector<RouteRule> &rules,
                                   const std::vector<FormDefinition> &ever, const QDate &day)
{
    const auto ofForm = [&](const FormDefinition &one) { return one.code == rule.form; };
    const auto ofRoute = [&](const RouteRule &one) { return one.form == rule.form; };
    std::vector<RuleProblem> problems;
    for (const FormDefinition *form : inForceFrom(ever, ofForm, day, nextAfter(rules, ofRoute, rule.from))) {
        if (form->from <= day)
            continue;
        for (const Loss &loss : lossesOf(rule, *form, ever)) {
            const QString &name = rule.lines[loss.step].line;
            problems.push_back(
                {{u"%1の条件の%2は、%3からの様式にありません。その日からの経路も先に書いてください。"_s.arg(
                      name, loss.what.ja, eraDate(form->from)),
                  u"Step %1 goes by %2, which the form does not have from %3 on. Write the route of that day first."_s
                      .arg(name, loss.what.en, form->from.toString(Qt::ISODate))},
                 true,
                 loss.step});
        }
    }
    return problems;
}

} // namespace kessai
