// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QPushButton;
class QTableWidget;
class QToolButton;

namespace kessai {

class AdoptFoot;
class DeskSession;
class FaultDraft;
class QuietBanner;
class TextLabel;

/// Why vouchers go back (差し戻す理由): the list accounting chooses from, and the next one written and put in force.
class FaultsPage final : public QWidget {
    Q_OBJECT

public:
    explicit FaultsPage(DeskSession &session, QWidget *parent = nullptr);

    void begin();
    void takeFocus();

Q_SIGNALS:
    void recorded(const QString &done);

private:
    QWidget *buildHead();
    QWidget *buildList();
    void connectParts();
    void showBook();
    void showList();
    void showFoot();
    void read();
    void add();
    void drop();
    void move(int by);
    void giveUp();

    DeskSession &m_session;
    FaultDraft *m_draft;
    QuietBanner *m_banner;
    QComboBox *m_lists;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QPushButton *m_edit;
    QPushButton *m_giveUp;
    QTableWidget *m_table;
    QWidget *m_tools;
    QPushButton *m_drop;
    TextLabel *m_madeBy;
    AdoptFoot *m_foot;
    QDate m_adopted;      ///< of what was just put in force
    bool m_quiet = false; ///< the table changes by itself
};

} // namespace kessai
