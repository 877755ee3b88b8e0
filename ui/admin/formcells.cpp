// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/formcells.h"

#include "ui/theme/typescale.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/pagebutton.h"
#include "ui/wording.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QListWidget>
#include <QSpinBox>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kTallest = 250;
constexpr int kLowCells = 300;
constexpr int kWideCells = 420;

} // namespace

FormCells::FormCells(QWidget *parent)
    : QWidget(parent), m_list(new QListWidget(this)),
      m_up(iconButton("chevron-up", tr("Move it up on the sheet"), "cellUp", this)),
      m_down(iconButton("chevron-down", tr("Move it down on the sheet"), "cellDown", this)),
      m_width(new QSpinBox(this)), m_height(new QSpinBox(this)),
      m_off(pageButton(tr("Do not print it"), "cellOff", this)), m_on(new QComboBox(this))
{
    setObjectName(QStringLiteral("formCells"));
    m_list->setObjectName(QStringLiteral("cellList"));
    m_list->setAccessibleName(tr("What is printed, line by line"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_width->setObjectName(QStringLiteral("cellWidth"));
    m_width->setAccessibleName(tr("Width on paper"));
    m_width->setPrefix(tr("Width ", "before a number"));
    m_width->setSuffix(tr(" of 12 columns"));
    m_height->setObjectName(QStringLiteral("cellHeight"));
    m_height->setAccessibleName(tr("Least height on paper"));
    m_height->setRange(1, kTallest);
    m_height->setPrefix(tr("Height ", "before a number"));
    m_height->setSuffix(tr(" mm"));
    m_on->setObjectName(QStringLiteral("cellOn"));
    m_on->setAccessibleName(tr("Print another field"));
    for (QWidget *one : std::initializer_list<QWidget *>{m_width, m_height, m_on})
        one->setMinimumHeight(metric::kControlHeight);
    auto *tools = new QWidget(this);
    auto *line = new FlowLayout(tools);
    line->setContentsMargins({});
    line->setSpacing(metric::kGap);
    for (QWidget *one : std::initializer_list<QWidget *>{m_up, m_down, m_width, m_height, m_off, m_on})
        line->addWidget(one);
    m_parts = new QBoxLayout(QBoxLayout::TopToBottom, this);
    m_parts->setContentsMargins({});
    m_parts->setSpacing(metric::kGap);
    m_parts->addWidget(m_list, 1);
    m_parts->addWidget(tools);
    connect(m_list, &QListWidget::currentRowChanged, this, &FormCells::showCell);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_width, &QSpinBox::valueChanged, this, &FormCells::read);
    connect(m_height, &QSpinBox::valueChanged, this, &FormCells::read);
    connect(m_off, &QPushButton::clicked, this, [this] {
        if (const int row = m_list->currentRow(); row >= 0)
            Q_EMIT edited(withoutCell(m_form, m_places[size_t(row)]));
    });
    connect(m_on, &QComboBox::activated, this, [this](int index) {
        const QString key = m_on->itemData(index).toString();
        if (key.isEmpty())
            return;
        m_next = PrintPlace{m_form.printRows.size(), 0};
        Q_EMIT edited(withPrinted(m_form, key));
    });
}

/// In a low window what is done to a row stands beside the rows, which keep the height.
void FormCells::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool beside = height() < grown(kLowCells) && width() > grown(kWideCells);
    m_parts->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_parts->setStretch(0, beside ? 3 : 1);
    m_parts->setStretch(1, beside ? 2 : 0);
}

void FormCells::takeFocus()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void FormCells::show(const FormDefinition &form, bool writing)
{
    m_quiet = true;
    const bool english = englishWording();
    const int row = m_list->currentRow();
    const auto place = m_next                    ? m_next
        : row >= 0 && row < int(m_places.size()) ? std::optional(m_places[size_t(row)])
                                                 : std::nullopt;
    m_next.reset();
    m_form = form;
    m_writing = writing;
    m_list->clear();
    m_places.clear();
    for (size_t r = 0; r < form.printRows.size(); ++r) {
        for (size_t c = 0; c < form.printRows[r].size(); ++c) {
            const PrintCell &cell = form.printRows[r][c];
            const FieldDefinition *field = form.field(cell.field);
            m_list->addItem(tr("Line %1: %2 (%3/12)", "number, field, width")
                                .arg(r + 1)
                                .arg(field ? field->label.text(english) : cell.field)
                                .arg(cell.width));
            m_places.push_back({r, c});
        }
    }
    m_on->clear();
    m_on->addItem(tr("Print another field…"), QString());
    for (const QString &key : unprinted(form))
        m_on->addItem(form.field(key)->label.text(english), key);
    m_on->setEnabled(writing && m_on->count() > 1);
    const auto found = place ? std::find(m_places.begin(), m_places.end(), *place) : m_places.begin();
    m_list->setCurrentRow(found == m_places.end() ? int(m_places.size()) - 1 : int(found - m_places.begin()));
    m_quiet = false;
    showCell();
}

void FormCells::showCell()
{
    if (m_quiet)
        return;
    const int row = m_list->currentRow();
    const bool any = row >= 0 && row < int(m_places.size());
    for (QWidget *one : std::initializer_list<QWidget *>{m_up, m_down, m_width, m_height, m_off})
        one->setEnabled(any && m_writing);
    if (!any)
        return;
    m_quiet = true;
    const auto [line, at] = m_places[size_t(row)];
    const PrintCell &cell = m_form.printRows[line][at];
    m_width->setRange(1, roomIn(m_form.printRows[line], at));
    m_width->setValue(cell.width);
    m_height->setValue(cell.height);
    m_quiet = false;
}

void FormCells::move(int by)
{
    if (m_list->currentRow() < 0)
        return;
    PrintPlace place = m_places[size_t(m_list->currentRow())];
    const FormDefinition moved = withMovedCell(m_form, place, by);
    m_next = place;
    Q_EMIT edited(moved);
}

void FormCells::read()
{
    if (m_quiet || m_list->currentRow() < 0)
        return;
    const PrintPlace place = m_places[size_t(m_list->currentRow())];
    PrintCell cell = m_form.printRows[place.row][place.cell];
    cell.width = m_width->value();
    cell.height = m_height->value();
    Q_EMIT edited(withCellAs(m_form, place, cell));
}

} // namespace kessai
