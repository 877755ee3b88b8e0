// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workbook.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QProgressBar;
class QPushButton;
class QTimer;

namespace kessai {

class DeskSession;
class TextLabel;

/// Whose 時間外勤務命令簿 may be written: somebody's, those of a section, or everybody's.
struct BookChoice final {
    QString label;
    std::optional<StaffId> who{};
    std::optional<SectionId> division{}; ///< see WorkBook::division
};

/// Writes the 時間外勤務命令簿 of a month as a PDF or to a printer, away from the GUI thread, saying how far it is; until it is done it can
/// be stopped, and then nothing is left of it.
class BookDialog final : public QDialog {
    Q_OBJECT

public:
    /// The first choice is proposed. `session` outlives the dialog.
    BookDialog(DeskSession &session, const QDate &month, std::vector<BookChoice> choices, QWidget *parent = nullptr);
    ~BookDialog() override;

    void reject() override;

private:
    /// How far the writing is, and whether it is still wanted; shared with the thread that writes.
    struct Progress;
    /// Writes the books; whatever it answers is shown.
    using Writer =
        std::function<Result<>(const std::vector<WorkBook> &books, const std::function<bool(int)> &progress)>;

    void save();
    void print();
    void write(const Writer &writer, const QString &done);
    void put(const std::vector<WorkBook> &books, const Writer &writer, const QString &done);
    void setWriting(bool writing);
    void say(const QString &text);

    DeskSession &m_session;
    const QDate m_month;
    const std::vector<BookChoice> m_choices;
    std::shared_ptr<Progress> m_progress; ///< none while nothing is written
    QComboBox *m_whose;
    TextLabel *m_state;
    QProgressBar *m_bar;
    QPushButton *m_save;
    QPushButton *m_print;
    QPushButton *m_close;
    QTimer *m_look;
};

} // namespace kessai
