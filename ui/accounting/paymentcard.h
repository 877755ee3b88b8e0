// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

#include <optional>

class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace kessai {

class Card;
class DateEdit;
class QuietBanner;
class TextLabel;

/// What is about to be done with payments: what it comes to, what stays out and why, what has to be said for it, and one key to do it.
/// Nothing is done before it is confirmed, by a key pressed for it: one still held from before does nothing.
class PaymentCard final : public QWidget {
    Q_OBJECT

public:
    explicit PaymentCard(const QDate &today, QWidget *parent = nullptr);

    struct Question {
        QString title;
        QString sentence;
        QString button;
        bool reason = false;        ///< a reason has to be given
        std::optional<QDate> day{}; ///< a day has to be chosen; the one that is offered
        QString dayName{};          ///< of what it is the day; of the payment where it is empty
    };
    void ask(const Question &question);
    /// Notes below the sentence: what stays out.
    void setNotes(const QStringList &notes);
    void setSentence(const QString &sentence);
    /// How much of the checking is done; none once all of it is.
    void setProgress(int done, int all);
    void setReady(bool ready);
    /// What is wrong with what was entered; nothing is done meanwhile.
    void complain(const QString &text);
    std::optional<QDate> day() const;
    void putAway();
    /// As its button; nothing where it is not ready.
    void confirm();

Q_SIGNALS:
    void confirmed(const QString &reason);
    void dayChanged();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_reasoned = false;
    Card *m_card;
    QuietBanner *m_banner;
    TextLabel *m_sentence;
    QVBoxLayout *m_notes;
    QWidget *m_dayRow;
    TextLabel *m_dayName = nullptr;
    DateEdit *m_day;
    QLineEdit *m_reason;
    QProgressBar *m_progress;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace kessai
