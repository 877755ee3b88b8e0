// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/payments.h"
#include "ui/export/sheet.h"
#include "ui/theme/tokens.h"

#include <QAbstractTableModel>

#include <map>

namespace kessai {

/// What is to be paid on a day, or a batch of one.
struct PaymentPlace final {
    std::optional<BatchId> batch{};
    QDate day;
    bool until = false; ///< today, and everything that should have been paid before
    qint64 count = 0;
    Yen sum{0};
    qint64 overdue = 0;
    BatchState state = BatchState::Made; ///< of a batch
    bool late = false;                   ///< a batch whose day is over and that nobody confirmed
    friend bool operator==(const PaymentPlace &, const PaymentPlace &) = default;
};
/// Until today; batches that nobody confirmed on their day; further days on which something is to be paid, the next first; then batches that are not
/// done with; then those that are, the newest first.
std::vector<PaymentPlace> paymentPlaces(const PaymentSheet &sheet);
/// What is to be paid at a place.
std::vector<PaymentDue> dueAt(const PaymentSheet &sheet, const PaymentPlace &place);

/// The days and batches: day, count, yen, state.
class PaymentPlaceModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Day, Count, Amount, State, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setPlaces(std::vector<PaymentPlace> places);
    const std::vector<PaymentPlace> &places() const { return m_places; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<PaymentPlace> m_places;
};

/// A payment as it is listed, to be made or made.
struct PaymentRow final {
    CaseId id{0};
    int no = 0; ///< of a line of a batch
    QString number{};
    QString title{};
    QString payee{};
    QString account{}; ///< bank and last four digits, or that it is paid in cash
    QString section{};
    Yen amount{0};
    QDate day{};     ///< 支払予定日 of one that is to be made, the day of its batch of another
    QString state{}; ///< in words
    QString brief{}; ///< the same for a column, where there is little room; empty = as it is
    QString icon{};
    Token tone = Token::Text;
    bool payable = false;    ///< to be made, and nothing keeps it out
    bool returnable = false; ///< of a batch that was written, and did not come back
};

/// Payments: payee, yen, account, section, case, state.
class PaymentRowModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Payee, Amount, Account, SectionName, Number, State, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setDue(const std::vector<PaymentDue> &due, const QDate &today);
    /// `returning` are lines that are marked as come back and not recorded yet, with why.
    void setBatch(const PaymentBatch &batch, const std::map<int, QString> &returning);
    const std::vector<PaymentRow> &rows() const { return m_rows; }
    Sheet sheet(const QString &title) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<PaymentRow> m_rows;
};

/// 未出力, 出力済, 支払済, 取りやめ.
QString batchWord(BatchState state);
/// "ﾐﾎﾝ ﾎﾝﾃﾝ …5678".
QString briefAccount(const BankAccount &account);

} // namespace kessai
