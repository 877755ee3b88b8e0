// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/ruletext.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// What two rules say differently.
class RuleDifference final {
public:
    RuleDifference(const RouteRule &before, const RouteRule &after, const RuleWords &words)
        : m_before(before), m_after(after), m_words(words)
    {
    }

    std::vector<Bilingual> run()
    {
        for (const RuleLine &line : m_after.lines) {
            if (const RuleLine *was = m_before.line(line.line))
                compare(*was, line);
            else
                report(u"%1　新しい段階：%2"_s, u"%1, a new step: %2"_s, line);
        }
        for (const RuleLine &line : m_before.lines) {
            if (!m_after.line(line.line))
                report(u"%1　なくなる段階：%2"_s, u"%1, no more a step: %2"_s, line);
        }
        order();
        m_line = u"全体"_s;
        m_lineEnglish = u"The rule"_s;
        note({u"市の一番上の職"_s, u"the very top"_s}, posts(m_before), posts(m_after));
        note({u"専決表"_s, u"decision table"_s}, use(m_before), use(m_after));
        return std::move(m_found);
    }

private:
    void report(const QString &ja, const QString &en, const RuleLine &line)
    {
        const Bilingual text = m_words.line(line);
        m_found.push_back({ja.arg(line.line, text.ja), en.arg(line.line, text.en)});
    }
    void note(const Bilingual &what, Bilingual was, Bilingual is)
    {
        if (was == is)
            return;
        for (Bilingual *text : {&was, &is}) {
            if (text->ja.isEmpty())
                *text = {u"なし"_s, u"none"_s};
        }
        m_found.push_back({u"%1　%2：%3 → %4"_s.arg(m_line, what.ja, was.ja, is.ja),
                           u"%1, %2: %3 → %4"_s.arg(m_lineEnglish, what.en, was.text(true), is.text(true))});
    }
    Bilingual when(const RuleLine &line) const
    {
        const Bilingual text = m_words.condition(line.when);
        return text.ja.isEmpty() ? Bilingual{u"常に"_s, u"always"_s} : text;
    }
    Bilingual ground(const RuleLine &line) const
    {
        Bilingual text;
        for (const QString &key : line.ground) {
            const Bilingual label =
                key == "attachments"_L1 ? Bilingual{u"添付ファイル"_s, u"attachments"_s} : m_words.field(key).label;
            text.ja += (text.ja.isEmpty() ? QString() : u"・"_s) + label.ja;
            text.en += (text.en.isEmpty() ? QString() : u", "_s) + label.text(true);
        }
        return text.ja.isEmpty() ? Bilingual{u"すべての項目"_s, u"all fields"_s} : text;
    }
    void compare(const RuleLine &was, const RuleLine &is)
    {
        m_line = m_lineEnglish = is.line;
        note({u"段階"_s, u"step"_s}, m_words.step(was), m_words.step(is));
        note({u"だれに"_s, u"who"_s}, m_words.who(was.who), m_words.who(is.who));
        note({u"いつ"_s, u"when"_s}, when(was), when(is));
        note({u"理由"_s, u"reason"_s}, was.why, is.why);
        note({u"見る項目"_s, u"what it is about"_s}, ground(was), ground(is));
        const auto objection = [](const RuleLine &line) {
            return line.objection == Objection::Returns ? Bilingual{u"差し戻す"_s, u"returns the case"_s}
                                                        : Bilingual{u"決裁者が決める"_s, u"is left to the decider"_s};
        };
        note({u"異議"_s, u"an objection"_s}, objection(was), objection(is));
        const auto apart = [](const RuleLine &line) {
            return line.apart ? Bilingual{u"審査しない"_s, u"do not examine"_s}
                              : Bilingual{u"審査できる"_s, u"may examine"_s};
        };
        note({u"回議・決裁する人"_s, u"those who review or decide"_s}, apart(was), apart(is));
    }
    /// The order of the lines that both have.
    void order()
    {
        const auto shared = [](const RouteRule &of, const RouteRule &other) {
            QStringList codes;
            for (const RuleLine &line : of.lines) {
                if (other.line(line.line))
                    codes.append(line.line);
            }
            return codes.join(u"、"_s);
        };
        m_line = u"順序"_s;
        m_lineEnglish = u"The order"_s;
        const QString was = shared(m_before, m_after);
        const QString is = shared(m_after, m_before);
        if (was != is)
            m_found.push_back({u"順序：%1 → %2"_s.arg(was, is), u"The order: %1 → %2"_s.arg(was, is)});
    }
    Bilingual posts(const RouteRule &rule) const
    {
        std::vector<Selector> all;
        for (const QString &code : rule.top)
            all.push_back({Selector::Kind::Post, SectionLevel::City, code});
        return m_words.who(all);
    }
    Bilingual use(const RouteRule &rule) const
    {
        if (!rule.table)
            return {};
        if (rule.table->least.isEmpty())
            return {rule.table->table, rule.table->table};
        const Bilingual least = m_words.field(rule.table->least).label;
        return {u"%1（「%2」で上の職を選べる）"_s.arg(rule.table->table, least.ja),
                u"%1 (\"%2\" may name a higher one)"_s.arg(rule.table->table, least.text(true))};
    }

    const RouteRule &m_before;
    const RouteRule &m_after;
    const RuleWords &m_words;
    std::vector<Bilingual> m_found;
    QString m_line;
    QString m_lineEnglish;
};

} // namespace

std::vector<Bilingual> changesBetween(const RouteRule &before, const RouteRule &after, const RuleWords &words)
{
    return RuleDifference(before, after, words).run();
}

} // namespace kessai
