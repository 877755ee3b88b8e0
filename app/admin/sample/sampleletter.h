// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace kessai {

/// A line of what is bought: so many of a unit at a price without tax.
struct SampleItem final {
    QString name;
    QString unit;
    qint64 count = 1;
    qint64 price = 0;
    bool reduced = false; ///< 軽減税率
    qint64 sum() const { return count * price; }
};

/// An amount by rate of tax, as an invoice says it.
struct SampleSums final {
    qint64 netStandard = 0;
    qint64 taxStandard = 0;
    qint64 netReduced = 0;
    qint64 taxReduced = 0;
    static SampleSums of(const std::vector<SampleItem> &items, int standardPercent, int reducedPercent);
    qint64 total() const { return netStandard + taxStandard + netReduced + taxReduced; }
    qint64 tax() const { return taxStandard + taxReduced; }
};

/// A paper between a firm and the city: quotation, contract, delivery note, invoice, report of an inspection.
struct SampleLetter final {
    QString title; ///< "請求書"
    QString number;
    QDate day;
    QString to;       ///< "見本市長　様"
    QStringList from; ///< name, address, registration number, persons, telephone
    QString seal;     ///< a character in a circle; empty = none
    QString opening;  ///< "下記のとおり請求します。"
    QString subject;
    QString totalLabel;
    qint64 total = 0; ///< with tax; 0 = none is said
    std::vector<SampleItem> items;
    bool taxed = true; ///< says the sums by rate
    SampleSums sums;
    std::vector<std::pair<QString, QString>> facts; ///< "納品日", "令和8年…"
    QStringList notes;
};

/// The page of it, marked 見本.
QByteArray drawn(const SampleLetter &letter);

} // namespace kessai
