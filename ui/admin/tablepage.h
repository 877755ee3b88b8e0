// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/decisionfile.h"

#include <QDate>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTableView;
class QToolButton;
class QVBoxLayout;

namespace kessai {

class Card;
class DateEdit;
class DeskSession;
class ExportButton;
class QuietBanner;
class RowEditor;
class TableDraft;
class TableModel;
class TextLabel;

/// The 専決 table as the grid of the rule book: each revision with what it changed, and the next one written, checked and put in force.
class TablePage final : public QWidget {
    Q_OBJECT

public:
    TablePage(DeskSession &session, TableDraft &draft, QWidget *parent = nullptr);

    void begin();
    void takeFocus();

Q_SIGNALS:
    /// The sentence for the quiet line: what was done.
    void recorded(const QString &done);
    void benchRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildSide();
    QWidget *buildFoot();
    void connectParts();
    void showBook();
    void showRevision();
    void showDraft();
    void showTable(const DecisionTable &table, const DecisionTable *before);
    void showChanges(const DecisionTable &table, const DecisionTable *before);
    void showProblems();
    void showSave();
    void showFileProblems(const std::vector<TableRowProblem> &problems);
    void beginDraft();
    void giveUp();
    void chooseFile();
    void save();
    void selectRow(size_t tableRow);
    std::optional<size_t> currentRow() const;
    const DecisionTable *shownRevision() const;

    DeskSession &m_session;
    TableDraft &m_draft;
    QuietBanner *m_banner;
    QComboBox *m_revisions;
    QPushButton *m_edit;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QPushButton *m_addRow;
    QPushButton *m_file;
    ExportButton *m_export;
    QPushButton *m_giveUp;
    TableModel *m_model;
    QTableView *m_view;
    QWidget *m_side;
    Card *m_rowCard;
    RowEditor *m_row;
    Card *m_changesCard;
    QVBoxLayout *m_changes;
    Card *m_foot;
    TextLabel *m_problemHead;
    QVBoxLayout *m_problems;
    DateEdit *m_from;
    QLineEdit *m_reason;
    QPushButton *m_bench;
    QPushButton *m_save;
    TextLabel *m_saveNote;
    bool m_wasWriting = false;
};

} // namespace kessai
