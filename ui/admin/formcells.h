// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/formediting.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QListWidget;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace kessai {

/// What stands where on a form's sheet: the cells by their lines, each with its width and least height; they are moved, taken off and put on.
class FormCells final : public QWidget {
    Q_OBJECT

public:
    explicit FormCells(QWidget *parent);

    void show(const FormDefinition &form, bool writing);
    void takeFocus();

Q_SIGNALS:
    void edited(const kessai::FormDefinition &form);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCell();
    void move(int by);
    void read();

    FormDefinition m_form;
    std::vector<PrintPlace> m_places; ///< of the lines of the list
    bool m_writing = false;
    bool m_quiet = false;
    std::optional<PrintPlace> m_next; ///< where to go once it is shown
    QListWidget *m_list;
    QToolButton *m_up;
    QToolButton *m_down;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QPushButton *m_off;
    QComboBox *m_on;
    QBoxLayout *m_parts;
};

} // namespace kessai
