// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QVariant>
#include <QWidget>

#include <functional>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kessai {

class Card;
class DateEdit;
class DeskSession;
class OfficePresenter;
class QuietBanner;
class RerouteCard;
class StandInsEditor;

/// 職の引継ぎと代決者: what waits for nobody and where it goes on, where the work of abolished posts went, and, for administrators, who
/// decides in whose place (domain.md 8.2 rule 5, 8.3).
class PostsPage final : public QWidget {
    Q_OBJECT

public:
    explicit PostsPage(DeskSession &session, QWidget *parent = nullptr);

    /// Whether somebody has anything to see to here: administrators and the holders of the records role.
    static bool concerns(const DeskInfo &info);
    void begin();
    void takeFocus();

Q_SIGNALS:
    void recorded(const QString &done);
    /// How many open steps wait for nobody.
    void strandedCounted(int steps);

private:
    /// Where somebody writes who acts for a vacant post, and what they wrote.
    struct ActingFields final {
        PostId post;
        QComboBox *who;
        QLineEdit *why;
        std::function<void()> check;
    };
    enum class ActingFocus { None, Person, Reason };
    struct WrittenActing final {
        PostId post;
        QVariant person;
        QString reason;
        ActingFocus focus;
    };

    void build();
    void refresh();
    void showStranded(const std::vector<StrandedStep> &steps);
    void showSteps();
    std::vector<WrittenActing> writtenActing() const;
    void putBack(const std::vector<WrittenActing> &written);
    void showPosts(const PostSheet &sheet);
    /// How what waits for nobody goes on.
    QString wayOut(const Assignee &who, bool vacant) const;
    QWidget *strandedRow(const Assignee &who, const std::vector<StrandedStep> &steps);
    QWidget *withActing(PostId post, const QString &name, QWidget *row);
    void lead(PostId post, std::optional<PostId> successor, const QDate &from);
    void addSuccessor();
    void checkSuccessor();

    DeskSession &m_session;
    OfficePresenter *m_presenter;
    PostSheet m_sheet;                                ///< as it is shown
    QDate m_shownOn;                                  ///< none before anything is
    std::optional<std::vector<StrandedStep>> m_steps; ///< as they are shown
    QuietBanner *m_banner;
    Card *m_stranded;
    QVBoxLayout *m_strandedRows;
    std::vector<ActingFields> m_acting; ///< of the rows that are shown
    RerouteCard *m_reroute;
    Card *m_successions;
    QVBoxLayout *m_successionRows;
    QWidget *m_oldRoom;
    QComboBox *m_old = nullptr;
    QWidget *m_newRoom;
    QComboBox *m_new = nullptr;
    DateEdit *m_from;
    QPushButton *m_add;
    Card *m_standIns;
    StandInsEditor *m_editor;
};

} // namespace kessai
