// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace kessai {

class Card;
class DeskSession;
class EmptyState;
class LoadingLine;
class PayeeFields;
class PayeeImportCard;
class PayeeModel;
class PayeePresenter;
class QuietBanner;
class SearchField;

/// 債権者: whom the office pays and to which account, each change with its reason, and the table another program wrote taken over after a look
/// at what it changes (domain.md 5.9). For the accounting section.
class PayeesPage final : public QWidget {
    Q_OBJECT

public:
    explicit PayeesPage(DeskSession &session, QWidget *parent = nullptr);

    /// Whether somebody has anything to see to here: the holders of the accounting role.
    static bool concerns(const DeskInfo &info);
    void begin();
    void takeFocus();

Q_SIGNALS:
    void recorded(const QString &done);

private:
    void build();
    void connectParts();
    QWidget *buildList();
    QWidget *buildSide();
    void read();
    void showPayees(const std::vector<PayeeRevision> &payees, bool more);
    void showEmpty();
    void showPayee(int row);
    void showRevisions(const std::vector<PayeeRevision> &revisions);
    void select(int row);
    void beginNew();
    void chooseFile();
    /// Whether what was typed may go; asks where something was.
    bool mayLeave();

    DeskSession &m_session;
    PayeePresenter *m_presenter;
    QString m_code;     ///< of whom is shown; empty for a new one
    QString m_saving;   ///< of whom a change is being registered
    QString m_saved;    ///< what is shown once the list is read again
    bool m_new = false; ///< a new payee is being typed
    QuietBanner *m_banner;
    SearchField *m_search;
    QPushButton *m_newButton;
    QPushButton *m_file;
    LoadingLine *m_loading;
    PayeeModel *m_model;
    QTableView *m_view;
    QStackedWidget *m_lists; ///< the table, or why it is empty
    EmptyState *m_empty;
    QPushButton *m_moreButton;
    QStackedWidget *m_sides; ///< a payee, or a file
    Card *m_card;
    PayeeFields *m_fields;
    Card *m_history;
    QVBoxLayout *m_revisions;
    PayeeImportCard *m_import;
};

} // namespace kessai
