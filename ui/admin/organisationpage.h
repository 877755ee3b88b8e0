// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/organisationmodel.h"
#include "ui/export/sheet.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QTreeView;
class QVBoxLayout;

namespace kessai {

class Card;
class DateEdit;
class DeskSession;
class EmptyState;
class ExportButton;
class NodeEditor;
class OrganisationDraft;
class PreparedChanges;
class ProblemList;
class QuietBanner;
class SearchField;
class TextLabel;
struct DryRun;
struct StaffRowProblem;

/// 組織: units, posts and people on a day as a tree in which they are moved, what that changes in words, what makes no sense about it, what waits for
/// its day, and that day tried beforehand.
class OrganisationPage final : public QWidget {
    Q_OBJECT

public:
    explicit OrganisationPage(DeskSession &session, QWidget *parent = nullptr);

    void begin();
    void takeFocus();

Q_SIGNALS:
    /// The sentence for the quiet line: what was done.
    void recorded(const QString &done);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildTree();
    QWidget *buildSide();
    QWidget *buildFoot();
    void connectParts();
    void showOffice();
    QModelIndex placeOf(const OrganisationNode &node) const;
    void showWords();
    void showProblems();
    void showSave();
    void showRun(const DryRun &run);
    void showFileProblems(const std::vector<StaffRowProblem> &problems);
    Sheet staffSheet() const;
    void chooseFile();
    void move(const OrganisationNode &what, const OrganisationNode &onto);
    void goTo(const OrganisationNode &node);
    void hold();
    void drop();
    void giveUp();

    DeskSession &m_session;
    OrganisationDraft *m_draft;
    QuietBanner *m_banner;
    DateEdit *m_day;
    SearchField *m_search;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QPushButton *m_file;
    ExportButton *m_export;
    QPushButton *m_giveUp;
    OrganisationModel *m_model;
    QTreeView *m_tree;
    EmptyState *m_none; ///< where no words are found
    QWidget *m_side = nullptr;
    Card *m_nodeCard;
    NodeEditor *m_node;
    Card *m_changesCard;
    QVBoxLayout *m_changes;
    PreparedChanges *m_prepared;
    Card *m_fileCard;
    ProblemList *m_fileProblems;
    Card *m_runCard;
    QVBoxLayout *m_run;
    Card *m_foot;
    TextLabel *m_problemHead;
    ProblemList *m_problems;
    QLineEdit *m_reason;
    QPushButton *m_try;
    QPushButton *m_save;
    TextLabel *m_saveNote;
    QString m_words;
    QString m_foundBy;                      ///< the words by which the tree was shown last
    std::optional<OrganisationNode> m_held; ///< cut, to be put down elsewhere
};

} // namespace kessai
