// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearancedialog.h"

#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QVBoxLayout>

namespace kessai {

AppearanceDialog::AppearanceDialog(Theme &theme, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_look(new QComboBox(this)), m_font(new QComboBox(this)),
      m_size(new QComboBox(this))
{
    setWindowTitle(tr("Appearance"));
    m_look->addItem(tr("As the desktop"), int(ThemeChoice::System));
    m_look->addItem(tr("Light"), int(ThemeChoice::Light));
    m_look->addItem(tr("Dark"), int(ThemeChoice::Dark));
    m_look->addItem(tr("High contrast"), int(ThemeChoice::HighContrast));
    m_font->addItem(tr("Standard"), int(FontChoice::Standard));
    m_font->addItem(tr("Universal design (BIZ UDPGothic)"), int(FontChoice::UniversalDesign));
    for (int percent : {100, 115, 130, 150})
        m_size->addItem(tr("%1 %").arg(percent), percent);
    const Appearance now = theme.appearance();
    m_look->setCurrentIndex(m_look->findData(int(now.theme)));
    m_font->setCurrentIndex(m_font->findData(int(now.font)));
    m_size->setCurrentIndex(std::max(0, m_size->findData(now.textPercent)));

    auto *form = new QFormLayout;
    form->setVerticalSpacing(metric::kFieldGap);
    form->addRow(tr("Look"), m_look);
    form->addRow(tr("Typeface"), m_font);
    form->addRow(tr("Size of text"), m_size);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QComboBox *box : {m_look, m_font, m_size})
        connect(box, &QComboBox::activated, this, &AppearanceDialog::apply);
}

void AppearanceDialog::apply()
{
    m_theme.apply({ThemeChoice(m_look->currentData().toInt()), FontChoice(m_font->currentData().toInt()),
                   m_size->currentData().toInt()});
}

} // namespace kessai
