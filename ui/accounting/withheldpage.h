// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QWidget>

class QStackedWidget;
class QTableView;

namespace kessai {

class DeskSession;
class EmptyState;
class ExportButton;
class LoadingLine;
class MonthLine;
class QuietBanner;
class TextLabel;
class WithheldModel;

/// 源泉徴収: the tax withheld from what was paid in a month, for who pays it on, and by when.
class WithheldPage final : public QWidget {
    Q_OBJECT

public:
    explicit WithheldPage(DeskSession &session, QWidget *parent = nullptr);

    /// Those who pay, and auditors.
    static bool concerns(const DeskInfo &info);
    void begin();
    void takeFocus();

Q_SIGNALS:
    void recorded(const QString &done);
    void openRequested(CaseId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read(const QDate &month);
    void show(const WithheldSheet &sheet);
    void openCase();

    DeskSession &m_session;
    int m_reads = 0;
    QuietBanner *m_banner;
    MonthLine *m_line;
    LoadingLine *m_loading;
    WithheldModel *m_model;
    QTableView *m_view;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    TextLabel *m_total;
    ExportButton *m_save;
};

} // namespace kessai
