// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/sheet.h"

#include <QPointer>
#include <QPushButton>

#include <functional>

namespace kessai {

/// Saves the list beside it: a menu of the kinds of file, the question where to, and the writing on a thread of the pool.
class ExportButton final : public QPushButton {
    Q_OBJECT

public:
    /// Gives the list, at once or when it has been read; not at all where that fails, which its owner says.
    using Source = std::function<void(std::function<void(Sheet)> then)>;

    /// `name` is that of the file without its end.
    ExportButton(std::function<QString()> name, Source source, QWidget *parent);

    /// Shows the picture alone, where there is little room; the words stay for the pointer and assistive technology.
    void setNarrow(bool narrow);
    /// The list could not be read: another try may be made.
    void giveUp();

Q_SIGNALS:
    /// The sentence for the quiet line: what was saved where.
    void saved(const QString &sentence);
    /// The list was not saved, or not all of it.
    void failed(const QString &sentence);

private:
    void offer(SheetFormat format, const QString &text, const char *objectName);
    void save(SheetFormat format);
    void write(const Sheet &sheet, const QString &path, SheetFormat format);

    std::function<QString()> m_name;
    Source m_source;
    bool m_focused = false;     ///< whether saving began here, to come back to
    QPointer<QWidget> m_fellTo; ///< where the focus went meanwhile by itself
};

} // namespace kessai
