// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"
#include "ui/accounting/paymentmodel.h"

#include <QElapsedTimer>
#include <QWidget>

#include <functional>
#include <map>

class QPushButton;
class QStackedWidget;
class QTableView;

namespace kessai {

class Card;
class DeskSession;
class EmptyState;
class ExportButton;
class LoadingLine;
class PaymentCard;
class PaymentPresenter;
class QuietBanner;
class TextLabel;
class SourceCard;

/// 支払: what is to be paid day by day; the 総合振込 file of a day, only of cases that prove themselves, written once and again for a reason;
/// and the day's payments confirmed with one key, but for what came back (domain.md 5.9). For the accounting section; auditors look on.
class PaymentPage final : public QWidget {
    Q_OBJECT

public:
    explicit PaymentPage(DeskSession &session, QWidget *parent = nullptr);

    /// Whether somebody has anything to see here: the holders of the accounting role, and auditors.
    static bool concerns(const DeskInfo &info);
    void begin();
    void takeFocus();
    /// Asks how much is to be paid or confirmed by today, unless it did so some minutes ago; for those who pay.
    void count();

Q_SIGNALS:
    void counted(int due);
    void recorded(const QString &done);
    void openRequested(CaseId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildPlaces();
    QWidget *buildRows();
    void connectParts();
    void read();
    void readOlder();
    bool mayPay() const;
    void showSheet(const PaymentSheet &sheet);
    void showPlace();
    void showButtons();
    void showWhy(const PaymentRow *row);
    const PaymentPlace *place() const;
    const PaymentBatch *batch() const;
    QString placeName() const;
    QString faultText(const Error &error) const;
    static QString wroteItText();
    static QStringList cautions(const PaymentDue &due);
    /// What the primary button and Ctrl+Enter do at this place.
    void goOn();
    void prepare();
    void showPrepared(const std::vector<CaseId> &damaged);
    void checkDay();
    void make();
    /// The batch is a copy: while the dialog is open, the list may be read again.
    void askPath(PaymentBatch batch, const QString &reason);
    void writeAgain();
    void confirmPaid();
    void markReturned();
    void discard();
    void print();
    void openCase();
    void ask(const QString &title, const QString &sentence, const QString &button, bool reason,
             std::function<void(const QString &)> then);

    DeskSession &m_session;
    PaymentPresenter *m_presenter;
    QDate m_since; ///< the first day of the batches that are listed
    PaymentSheet m_sheet;
    QElapsedTimer m_counted;                               ///< since it was counted what is to be paid
    std::vector<PaymentDue> m_preparing;                   ///< what the batch is made of
    std::map<BatchId, std::map<int, QString>> m_returning; ///< marked as come back, and not confirmed yet
    std::optional<BatchId> m_wanted;                       ///< shown once the list is read again
    bool m_writeNext = false;                              ///< a batch was made, and its file follows
    std::function<void(const QString &)> m_then;           ///< what the card asks about
    QuietBanner *m_banner;
    QuietBanner *m_fault; ///< what is wrong with the batch shown
    LoadingLine *m_loading;
    PaymentPlaceModel *m_places;
    QTableView *m_placeView;
    QPushButton *m_older;
    QPushButton *m_sourceButton;
    Card *m_card;
    PaymentRowModel *m_rows;
    QTableView *m_rowView;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    TextLabel *m_why; ///< all of what the row that is chosen says of its state, which its column cuts
    PaymentCard *m_question;
    SourceCard *m_source;
    QPushButton *m_primary;
    QPushButton *m_return;
    QPushButton *m_again;
    QPushButton *m_discard;
    QPushButton *m_print;
    ExportButton *m_save;
};

} // namespace kessai
