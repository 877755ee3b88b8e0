// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/cppsource.h"

#include <QRegularExpression>

#include <algorithm>

namespace kessai::lint {

namespace {

/// Reads a text from left to right and sorts its characters into code, comments and literals.
class Splitter {
public:
    explicit Splitter(const QString &text) : m_text(text) {}

    CppSource split()
    {
        while (m_at < m_text.size())
            step();
        return std::move(m_source);
    }

private:
    QChar at(qsizetype offset) const
    {
        const qsizetype i = m_at + offset;
        return i < m_text.size() ? m_text.at(i) : QChar();
    }

    /// Moves on by one character that belongs to neither code nor comment.
    void blank()
    {
        const bool lineBreak = at(0) == u'\n';
        m_source.code += lineBreak ? u'\n' : u' ';
        m_source.comments += lineBreak ? u'\n' : u' ';
        ++m_at;
    }

    void code()
    {
        m_source.code += at(0);
        m_source.comments += at(0) == u'\n' ? u'\n' : u' ';
        // What may stand before a literal that the compiler joins to the one before: nothing, or its prefix.
        const bool prefix = QStringLiteral("uUL8R").contains(at(0)) && (at(1) == u'"' || at(2) == u'"');
        if (!at(0).isSpace() && !prefix)
            m_join = false;
        ++m_at;
    }

    void comment()
    {
        m_source.comments += at(0);
        m_source.code += at(0) == u'\n' ? u'\n' : u' ';
        ++m_at;
    }

    void step()
    {
        const bool inNumber = m_at > 0 && m_text.at(m_at - 1).isDigit() && at(1).isLetterOrNumber();
        if (at(0) == u'/' && at(1) == u'/') {
            while (m_at < m_text.size() && at(0) != u'\n')
                comment();
        } else if (at(0) == u'/' && at(1) == u'*') {
            const qsizetype end = m_text.indexOf(QLatin1String("*/"), m_at + 2);
            while (m_at < (end < 0 ? m_text.size() : end + 2))
                comment();
        } else if (at(0) == u'#' && startsLine()) {
            directive();
        } else if (at(0) == u'"') {
            if (m_at > 0 && m_text.at(m_at - 1) == u'R')
                rawLiteral();
            else
                literal();
        } else if (at(0) == u'\'' && !inNumber) {
            character();
        } else {
            code();
        }
    }

    bool startsLine() const
    {
        for (qsizetype i = m_at - 1; i >= 0 && m_text.at(i) != u'\n'; --i) {
            if (!m_text.at(i).isSpace())
                return false;
        }
        return true;
    }

    /// An include keeps its target out of the literals; every other directive is ordinary code.
    void directive()
    {
        static const QRegularExpression include(QStringLiteral(R"re(\G#\s*include\s*(["<])([^">\n]+)[">])re"));
        const QRegularExpressionMatch match = include.match(m_text, m_at);
        if (!match.hasMatch()) {
            code();
            return;
        }
        m_source.includes.append({lineOf(m_text, m_at), match.captured(2), match.captured(1) == QLatin1String("\"")});
        while (m_at < match.capturedEnd())
            blank();
    }

    void literal()
    {
        const int line = lineOf(m_text, m_at);
        const qsizetype begin = m_at + 1;
        qsizetype end = begin;
        while (end < m_text.size() && m_text.at(end) != u'"' && m_text.at(end) != u'\n')
            end += m_text.at(end) == u'\\' ? 2 : 1;
        add(line, begin, end, end + 1);
    }

    void rawLiteral()
    {
        const int line = lineOf(m_text, m_at);
        const qsizetype open = m_text.indexOf(u'(', m_at);
        if (open < 0) {
            literal();
            return;
        }
        const QString closing = u')' + m_text.mid(m_at + 1, open - m_at - 1) + u'"';
        const qsizetype close = m_text.indexOf(closing, open);
        const qsizetype end = close < 0 ? m_text.size() : close;
        add(line, open + 1, end, end + closing.size());
    }

    void add(int line, qsizetype begin, qsizetype end, qsizetype next)
    {
        const QString text = m_text.mid(begin, end - begin);
        if (m_join)
            m_source.literals.last().text += text;
        else
            m_source.literals.append({line, text});
        while (m_at < std::min(next, m_text.size()))
            blank();
        m_join = true;
    }

    void character()
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text.at(end) != u'\'' && m_text.at(end) != u'\n')
            end += m_text.at(end) == u'\\' ? 2 : 1;
        while (m_at < std::min(end + 1, m_text.size()))
            blank();
        m_join = false;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    bool m_join = false; ///< only spaces since the last literal
    CppSource m_source;
};

} // namespace

bool SourceFile::isIn(const QString &place) const
{
    return path == place || (place.endsWith(u'/') && path.startsWith(place));
}

CppSource CppSource::parse(const QString &text)
{
    return Splitter(text).split();
}

int lineOf(const QString &text, qsizetype position)
{
    return int(QStringView(text).left(position).count(u'\n')) + 1;
}

} // namespace kessai::lint
