// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/engine.h"
#include "core/services/desk.h"

#include <QWidget>

class QMenu;
class QPlainTextEdit;
class QPushButton;

namespace kessai {

/// The comment box and the acts that are open to the reader, nothing else. Return, reject and cancel need the comment as their
/// reason: without one the box takes the focus and says so, instead of a dialog.
class ActBar final : public QWidget {
    Q_OBJECT

public:
    explicit ActBar(QWidget *parent = nullptr);
    /// What acts are called in this case.
    struct Words {
        QString approve;                                ///< "Order"
        std::optional<ReturnReason> insteadOfRejecting; ///< see FormDefinition
    };
    /// `stepTitles` names the earlier steps a case may be returned to, by step number.
    void setActs(const AllowedActs &acts, const QHash<int, QString> &stepTitles, bool drafter, bool cancellable,
                 Words words);
    /// While an act is under way its words stand still; the buttons keep the focus, and further acts are ignored.
    void setBusy(bool busy);
    QString comment() const;
    void setComment(const QString &text);
    void focusFirst();

Q_SIGNALS:
    void actChosen(const kessai::Act &act);
    void editChosen();
    /// Somebody is to be put into the route; whoever shows the bar asks whom.
    void addStepChosen();
    /// What was decided is to be taken back by a case of its own (取消), for this reason.
    void cancellationChosen(const QString &reason);
    /// A reason is missing; the box has the focus.
    void reasonMissing();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitComment();
    void chooseWithReason(const std::function<Act(const QString &)> &make);
    void rebuildReturnMenu(const AllowedActs &acts, const QHash<int, QString> &stepTitles);
    void rebuildMoreMenu();
    QString approveText() const;
    void chooseMain();

    QPlainTextEdit *m_comment;
    QPushButton *m_approve;
    QPushButton *m_edit;
    QPushButton *m_say;
    QPushButton *m_withdraw;
    QPushButton *m_remind;
    QPushButton *m_cancel;
    QPushButton *m_return;
    QPushButton *m_reject;
    QPushButton *m_more; ///< what is done rarely: asking somebody else as well, a superior's acts out of turn
    QMenu *m_returnMenu;
    QMenu *m_moreMenu;
    AllowedActs m_acts;
    Words m_words;
    bool m_cancellable = false;
};

} // namespace kessai
