// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/decisiontable.h"

#include <QWidget>

class QTableView;

namespace kessai {

class Card;
class ChangesCard;
class DeskSession;
class DraftBar;
class DraftFoot;
class QuietBanner;
class RowEditor;
class TableDraft;
class TableModel;

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
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildSide();
    void connectParts();
    void showBook();
    void showRevision();
    void showDraft();
    void showTable(const DecisionTable &table, const DecisionTable *before);
    void fitAmounts();
    void beginDraft();
    void selectRow(size_t tableRow);
    void showRow(size_t row);
    std::optional<size_t> currentRow() const;
    const DecisionTable *shownRevision() const;

    DeskSession &m_session;
    TableDraft &m_draft;
    QuietBanner *m_banner;
    TableModel *m_model;
    DraftBar *m_bar;
    QTableView *m_view;
    QWidget *m_side = nullptr;
    Card *m_rowCard;
    RowEditor *m_row;
    ChangesCard *m_changes;
    DraftFoot *m_foot;
    bool m_wasWriting = false;
};

} // namespace kessai
