// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/sampleletter.h"

#include "app/admin/sample/samplepaper.h"
#include "core/accounting/withholding.h"
#include "core/calendar/era.h"

#include <QLocale>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using Align = SamplePaper::Align;

constexpr double kLeft = 22;
constexpr double kRight = 188;
constexpr double kRow = 8;
constexpr int kRows = 8; ///< the table has at least so many

QString grouped(qint64 number)
{
    return QLocale(QLocale::Japanese, QLocale::Japan).toString(number);
}

/// Draws from the top down.
class Sheet final {
public:
    explicit Sheet(const SampleLetter &letter) : m_letter(letter) {}

    QByteArray draw()
    {
        head();
        table();
        foot();
        m_paper.text(105, 287, 7.5, u"見本（この書類は架空のものです）"_s, Align::Centre);
        return m_paper.pdf();
    }

private:
    void head()
    {
        QString spaced;
        for (const QChar c : m_letter.title)
            spaced += (spaced.isEmpty() ? QString() : u"　"_s) + c;
        m_paper.text(105, 32, 20, m_letter.title.size() <= 4 ? spaced : m_letter.title, Align::Centre);
        m_paper.line(62, 35, 148, 35);
        if (!m_letter.number.isEmpty())
            m_paper.text(kRight, 43, 9, u"番号　"_s + m_letter.number, Align::Right);
        m_paper.text(kRight, 49, 10, eraDate(m_letter.day), Align::Right);
        m_paper.text(kLeft, 56, 13, m_letter.to);
        double y = 62;
        for (const QString &line : m_letter.from) {
            m_paper.text(112, y, y == 62 ? 11.5 : 9.5, line);
            y += y == 62 ? 6 : 5.2;
        }
        if (!m_letter.seal.isEmpty())
            m_paper.seal(181, 74, m_letter.seal);
        m_y = std::max(y + 3, 78.0);
        m_paper.text(kLeft, m_y, 10, m_letter.opening);
        m_y += 9;
        m_paper.text(kLeft, m_y, 11, u"件名　"_s + m_letter.subject);
        m_paper.line(kLeft, m_y + 2, kRight, m_y + 2);
        m_y += 5;
        if (m_letter.total != 0) {
            m_paper.box(kLeft, m_y, 100, 12);
            m_paper.text(kLeft + 3, m_y + 8, 10.5, m_letter.totalLabel);
            m_paper.text(kLeft + 97, m_y + 8.6, 15, u"¥"_s + grouped(m_letter.total) + u" -"_s, Align::Right);
            m_y += 16;
        }
    }

    void row(const QString &name, const QString &count, const QString &unit, const QString &price, const QString &sum)
    {
        m_paper.box(kLeft, m_y, kRight - kLeft, kRow);
        for (const double x : {102.0, 120.0, 132.0, 157.0})
            m_paper.line(x, m_y, x, m_y + kRow);
        const double base = m_y + 5.4;
        m_paper.text(kLeft + 2, base, 9.5, name);
        m_paper.text(118, base, 9.5, count, Align::Right);
        m_paper.text(126, base, 9.5, unit, Align::Centre);
        m_paper.text(155, base, 9.5, price, Align::Right);
        m_paper.text(kRight - 2, base, 9.5, sum, Align::Right);
        m_y += kRow;
    }

    void table()
    {
        if (m_letter.items.empty())
            return;
        row(u"品名・内容"_s, u"数量"_s, u"単位"_s, u"単価"_s, u"金額"_s);
        for (const SampleItem &item : m_letter.items)
            row(item.name, grouped(item.count), item.unit, grouped(item.price), grouped(item.sum()));
        for (int i = int(m_letter.items.size()); i < kRows - 3; ++i)
            row({}, {}, {}, {}, {});
        if (!m_letter.taxed)
            return;
        const SampleSums &sums = m_letter.sums;
        row(u"10%対象（税抜）"_s, {}, {}, {}, grouped(sums.netStandard));
        row(u"消費税（10%）"_s, {}, {}, {}, grouped(sums.taxStandard));
        if (sums.netReduced != 0) {
            row(u"8%対象※（税抜）"_s, {}, {}, {}, grouped(sums.netReduced));
            row(u"消費税（8%）※軽減税率対象"_s, {}, {}, {}, grouped(sums.taxReduced));
        }
        row(u"合計（税込）"_s, {}, {}, {}, grouped(m_letter.total));
    }

    void foot()
    {
        m_y += 8;
        for (const auto &[name, value] : m_letter.facts) {
            m_paper.text(kLeft, m_y, 10, name);
            m_paper.text(kLeft + 42, m_y, 10, value);
            m_y += 6.5;
        }
        m_y += 2;
        for (const QString &note : m_letter.notes) {
            m_paper.text(kLeft, m_y, 9.5, note);
            m_y += 6;
        }
    }

    const SampleLetter &m_letter;
    SamplePaper m_paper;
    double m_y = 0;
};

} // namespace

SampleSums SampleSums::of(const std::vector<SampleItem> &items, int standardPercent, int reducedPercent)
{
    SampleSums sums;
    for (const SampleItem &item : items)
        (item.reduced ? sums.netReduced : sums.netStandard) += item.sum();
    sums.taxStandard = taxOn(Yen(sums.netStandard), standardPercent).amount();
    sums.taxReduced = taxOn(Yen(sums.netReduced), reducedPercent).amount();
    return sums;
}

QByteArray drawn(const SampleLetter &letter)
{
    return Sheet(letter).draw();
}

} // namespace kessai
