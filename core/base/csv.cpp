// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include <algorithm>

namespace kessai {

namespace {

class CsvReader final {
public:
    explicit CsvReader(const QString &text) : m_text(text) {}

    std::optional<std::vector<CsvRow>> rows()
    {
        while (m_at < m_text.size()) {
            if (!readRow())
                return std::nullopt;
        }
        return std::move(m_rows);
    }

private:
    bool atLineEnd() const { return m_at == m_text.size() || m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }

    bool readRow()
    {
        CsvRow row{m_line, {}};
        while (true) {
            const auto cell = readCell();
            if (!cell)
                return false;
            row.cells.append(*cell);
            if (atLineEnd())
                break;
            ++m_at; // the comma
        }
        if (m_at < m_text.size() && m_text[m_at] == u'\r')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == u'\n')
            ++m_at;
        ++m_line;
        const bool empty =
            std::all_of(row.cells.begin(), row.cells.end(), [](const QString &c) { return c.isEmpty(); });
        if (!empty)
            m_rows.push_back(std::move(row));
        return true;
    }

    std::optional<QString> readCell()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && (m_text[end] == u' ' || m_text[end] == u'\t'))
            ++end;
        if (end < m_text.size() && m_text[end] == u'"') {
            m_at = end + 1;
            return readQuoted();
        }
        while (end < m_text.size() && m_text[end] != u',' && m_text[end] != u'\n' && m_text[end] != u'\r') {
            if (m_text[end] == u'"')
                return std::nullopt;
            ++end;
        }
        const QString cell = m_text.mid(m_at, end - m_at).trimmed();
        m_at = end;
        return cell;
    }

    std::optional<QString> readQuoted()
    {
        QString cell;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'"' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"') {
                cell += c;
                ++m_at;
            } else if (c == u'"') {
                ++m_at;
                while (m_at < m_text.size() && (m_text[m_at] == u' ' || m_text[m_at] == u'\t'))
                    ++m_at;
                return atLineEnd() || m_text[m_at] == u',' ? std::optional(cell.trimmed()) : std::nullopt;
            } else {
                if (c == u'\n')
                    ++m_line;
                cell += c;
            }
        }
        return std::nullopt;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    std::vector<CsvRow> m_rows;
};

} // namespace

std::optional<std::vector<CsvRow>> readCsv(const QString &text)
{
    return CsvReader(text).rows();
}

QString csvField(const QString &text)
{
    static const QString formula = QStringLiteral("=+-@\t\r＝＋－＠");
    QString field = text;
    if (!field.isEmpty() && formula.contains(field.front()))
        field.prepend(QLatin1Char('\''));
    const bool quoted = std::any_of(field.begin(), field.end(), [](QChar c) {
        return c == QLatin1Char(',') || c == QLatin1Char('"') || c == QLatin1Char('\n') || c == QLatin1Char('\r');
    });
    if (!quoted)
        return field;
    field.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QString(QLatin1Char('"') + field + QLatin1Char('"'));
}

} // namespace kessai
