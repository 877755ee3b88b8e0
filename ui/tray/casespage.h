// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/casestore.h"
#include "core/services/desk.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace kessai {

class AttachmentPane;
class BulkPanel;
class Card;
class CaseExport;
class CaseModel;
class CasePanel;
class Card;
class DeskSession;
class EmptyState;
class ExportButton;
class LoadingLine;
class QuietBanner;
struct CaseView;

/// A list of cases with the chosen one beside it; the same page serves the tray, own requests, decided cases, drafts and search.
/// Attachments open in the place of the list, so that voucher and proof stand side by side.
class CasesPage final : public QWidget {
    Q_OBJECT

public:
    explicit CasesPage(DeskSession &session, QWidget *parent = nullptr);

    /// Puts something above the list.
    void addAbove(QWidget *widget);
    /// Shows a list of the given kind from its beginning.
    void showList(ListKind kind);
    /// What the list is called, when it is saved as a file.
    void setTitle(const QString &title) { m_title = title; }
    /// Narrows the list to rows in which all words of `text` occur.
    void search(const QString &text);
    ListKind kind() const;
    void focusList();
    CasePanel *panel() const { return m_panel; }
    /// Opens a case beside the list, whether or not it is in it, and says what was just done to it.
    void openCase(CaseId id, const QString &done = {});

Q_SIGNALS:
    /// How many are shown, and how many there are where that is known; for the title and the status bar.
    void countChanged(qint64 shown, std::optional<qint64> total);
    /// Somebody wants to see what was returned to them.
    void returnedRequested();
    void editRequested(kessai::CaseId id);
    void newRequested();
    void draftDeleted(const QString &title, const kessai::Content &content);
    void printRequested(const kessai::CaseView &view);
    void pdfRequested(const kessai::CaseView &view);
    /// Something was recorded; the sentence goes to the quiet line.
    void recorded(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildTable();
    void fillKinds();
    void fitColumns();
    void apply();
    void selectionChanged();
    void afterLoad();
    void afterAct(const Act &act);
    void confirm(const QString &sentence, const CaseRecord &record);
    void showEmpty();
    void showForgotten();
    void openRow(int row);
    void chooseRow(int row);

    DeskSession &m_session;
    CaseModel *m_model;
    ListQuery m_query;
    QComboBox *m_forms; ///< which kind of case is shown
    CaseExport *m_reader;
    ExportButton *m_export;
    QCheckBox *m_lateFirst; ///< puts what is late above everything else, in the tray
    LoadingLine *m_loading;
    QuietBanner *m_banner;
    QuietBanner *m_forgotten; ///< what came back and was forgotten, above the tray
    QVBoxLayout *m_above;     ///< of the list, and what stands above it
    QTableView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_listStack; ///< table or empty state
    QStackedWidget *m_left;      ///< the list or an attachment
    AttachmentPane *m_attachment;
    Card *m_rightCard = nullptr;
    std::optional<std::pair<CaseId, QString>> m_confirming; ///< what was done to the case that is being opened
    QStackedWidget *m_right;                                ///< one case, or several
    CasePanel *m_panel;
    BulkPanel *m_bulk;
    QString m_title;
    int m_lastRow = 0;
    bool m_selecting = false;   ///< the page itself changes the selection
    bool m_focusWanted = false; ///< the list takes the focus as soon as it is there
    bool m_goOn = false;        ///< the row that comes into the place of the one just acted on opens by itself
};

} // namespace kessai
