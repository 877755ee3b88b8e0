// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include <optional>
#include <vector>

class QLineEdit;
class QPushButton;

namespace kessai {

class TextLabel;
struct BookPaper;

/// Pages as somebody writes them: "2-4, 7", in whatever width and with 、 or 〜; counted from 0, in order, each once. Nothing where that is
/// no range of pages there are.
std::optional<std::vector<int>> pagesOf(const QString &words, int count);

/// Which pages of a paper, written below a button: to be printed, or saved.
class PagesMenu final : public QMenu {
    Q_OBJECT

public:
    explicit PagesMenu(const QString &title, QWidget *parent = nullptr);

    /// Of this paper, whatever comes to be shown meanwhile; the page that is shown is offered.
    void setPaper(const BookPaper &paper, int shown);

Q_SIGNALS:
    void printRequested(int paper, int revision, const std::vector<int> &pages);
    void saveRequested(int paper, int revision, const std::vector<int> &pages);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void check();
    void finish(void (PagesMenu::*signal)(int, int, const std::vector<int> &));

    TextLabel *m_name;
    QLineEdit *m_words;
    TextLabel *m_wrong;
    QPushButton *m_print;
    QPushButton *m_save;
    int m_paper = 0;
    int m_revision = 0;
    int m_count = 0;
};

} // namespace kessai
