// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/formwords.h"

#include "core/cases/formcheck.h"
#include "ui/office/officeparts.h"
#include "ui/theme/typescale.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace kessai {

FormWords::FormWords(QWidget *parent) : QWidget(parent), m_words(new QLineEdit(this))
{
    setObjectName(QStringLiteral("formWords"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    add(tr("Name"), "formName", &FormDefinition::name);
    add(tr("Group"), "formGroup", &FormDefinition::group);
    add(tr("Description"), "formDescription", &FormDefinition::description);
    m_words->setObjectName(QStringLiteral("formFoundBy"));
    m_words->setAccessibleName(tr("Words that find it"));
    m_words->setPlaceholderText(tr("Separated by spaces, readings too"));
    m_words->setMinimumHeight(metric::kControlHeight);
    column->addWidget(labelled(tr("Words that find it"), m_words, this));
    add(tr("What to attach"), "formAttach", &FormDefinition::attachmentHint);
    add(tr("Title on paper"), "formTitle", &FormDefinition::printTitle);
    connect(m_words, &QLineEdit::editingFinished, this, &FormWords::read);
}

void FormWords::add(const QString &label, const char *objectName, Bilingual FormDefinition::*wording)
{
    const auto edit = [this, &label](const QString &name, const QString &language) {
        auto *one = new QLineEdit(this);
        one->setObjectName(name);
        one->setAccessibleName(tr("%1 (%2)", "what it is, a language").arg(label, language));
        one->setPlaceholderText(language);
        one->setMaxLength(kLongestWording);
        one->setMinimumHeight(metric::kControlHeight);
        connect(one, &QLineEdit::textEdited, this, &FormWords::read);
        return one;
    };
    const QString name = QLatin1String(objectName);
    const Pair pair{wording, edit(name + QStringLiteral("Ja"), tr("Japanese")),
                    edit(name + QStringLiteral("En"), tr("English"))};
    auto *both = new QWidget(this);
    auto *line = new QHBoxLayout(both);
    line->setContentsMargins({});
    line->setSpacing(metric::kGap);
    line->addWidget(pair.ja, 3);
    line->addWidget(pair.en, 2);
    layout()->addWidget(labelled(label, both, this));
    m_pairs.push_back(pair);
}

void FormWords::show(const FormDefinition &form, bool writing)
{
    m_form = form;
    const auto put = [writing](QLineEdit *edit, const QString &text) {
        if (edit->text().trimmed() != text) { // it may be typed in just now
            edit->setText(text);
            edit->setCursorPosition(0); // how it begins says what it is
        }
        edit->setReadOnly(!writing);
    };
    for (const Pair &pair : m_pairs) {
        put(pair.ja, (form.*pair.wording).ja);
        put(pair.en, (form.*pair.wording).en);
    }
    put(m_words, form.words.join(QLatin1Char(' ')));
}

void FormWords::takeFocus()
{
    m_pairs.front().ja->setFocus(Qt::OtherFocusReason);
}

void FormWords::read()
{
    FormDefinition form = m_form;
    for (const Pair &pair : m_pairs)
        form.*pair.wording = {pair.ja->text().trimmed(), pair.en->text().trimmed()};
    static const QRegularExpression blank(QStringLiteral("[\\s　]+"));
    form.words = m_words->text().split(blank, Qt::SkipEmptyParts);
    form.words.removeDuplicates();
    Q_EMIT edited(form);
}

} // namespace kessai
