// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace kessai {

class DeskSession;
class ExportButton;
class LoadingLine;
class MonthLine;
class OfficePresenter;
class QuietBanner;
class TextLabel;
class WorkModel;

/// 勤務の管理: everybody's overtime of a month for personnel, who is near a limit, what is not confirmed; closing the month, opening it
/// again, the 時間外勤務命令簿, and the file for the payroll system.
class WorkPage final : public QWidget {
    Q_OBJECT

public:
    explicit WorkPage(DeskSession &session, QWidget *parent = nullptr);

    /// Whether somebody has anything to see to here: the holders of the personnel role.
    static bool concerns(const DeskInfo &info);
    void begin();
    void takeFocus();

Q_SIGNALS:
    void recorded(const QString &done);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildFilters();
    QWidget *buildClosing();
    void read(const std::optional<QDate> &month);
    void readAgain();
    void showSheet(const WorkSheet &sheet);
    void showSections();
    void showDetail();
    void showState();
    template <class Number>
    qint64 peopleWith(Number WorkRow::*number) const;
    void filter();
    void close();
    void reopen();
    void exportPayroll();
    void savePayroll(const std::vector<PayrollLine> &lines, const QDate &month, const QString &path);
    void saveFile(const QString &path, const QByteArray &bytes);
    void offerBooks();
    void openDays();

    DeskSession &m_session;
    OfficePresenter *m_presenter;
    WorkSheet m_sheet;
    QuietBanner *m_banner;
    MonthLine *m_line;
    LoadingLine *m_loading;
    QComboBox *m_which;
    QComboBox *m_section; ///< how far each 課 is; chosen, its people
    QLineEdit *m_text;
    WorkModel *m_model;
    ExportButton *m_table;
    QPushButton *m_books;
    QTableView *m_view;
    TextLabel *m_detail; ///< of the row that is chosen
    TextLabel *m_state;
    QPushButton *m_close;
    QLineEdit *m_reason;
    QPushButton *m_reopen;
    QPushButton *m_payroll;
    QComboBox *m_encoding;
};

} // namespace kessai
