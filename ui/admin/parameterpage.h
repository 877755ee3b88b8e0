// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QPushButton;
class QTableView;
class QToolButton;
class QVBoxLayout;

namespace kessai {

class AdoptFoot;
class Card;
class DeskSession;
class EmptyState;
class ExportButton;
class ParameterDraft;
class ParameterModel;
class ParameterPanel;
class QuietBanner;
class SearchField;
class TextLabel;

/// The numbers the office goes by (基準値): found by words and subject, each with its values, days and sources; changes are gathered and put in force
/// together, for one reason.
class ParameterPage final : public QWidget {
    Q_OBJECT

public:
    explicit ParameterPage(DeskSession &session, QWidget *parent = nullptr);

    void begin();
    void takeFocus();

Q_SIGNALS:
    void recorded(const QString &done);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildList();
    QWidget *buildSide();
    void connectParts();
    void showBook();
    void showList();
    void showDraft();
    void fitColumns();
    void fitRows();
    void showCurrent();
    void giveUp();

    DeskSession &m_session;
    ParameterDraft *m_draft;
    QuietBanner *m_banner;
    SearchField *m_search;
    QComboBox *m_groups;
    QToolButton *m_undo;
    QToolButton *m_redo;
    ExportButton *m_export;
    QPushButton *m_giveUp;
    ParameterModel *m_model;
    QTableView *m_view;
    EmptyState *m_empty;
    QWidget *m_side = nullptr;
    ParameterPanel *m_panel;
    Card *m_changesCard;
    QVBoxLayout *m_changes;
    AdoptFoot *m_foot;
};

} // namespace kessai
