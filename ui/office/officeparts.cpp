// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/officeparts.h"

#include "core/services/caseview.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("kessai::OfficeParts", text);
}

QComboBox *listBox(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setMinimumHeight(metric::kControlHeight);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setAccessibleName(name);
    box->addItem(say(QT_TRANSLATE_NOOP("kessai::OfficeParts", "Choose…")), qint64(0));
    return box;
}

} // namespace

QComboBox *peopleBox(const Office &office, const QString &name, QWidget *parent)
{
    QComboBox *box = listBox(name, parent);
    for (const Staff &staff : office.allStaff())
        box->addItem(personText(office, staff.id), staff.id.value());
    makeSearchable(*box, name);
    return box;
}

QComboBox *postsBox(const Office &office, const std::vector<Post> &posts, const QString &name, QWidget *parent)
{
    QComboBox *box = listBox(name, parent);
    for (const Post &post : posts)
        box->addItem(postLabel(office, post.id), post.id.value());
    makeSearchable(*box, name);
    return box;
}

RegisteredRow registeredRow(const QString &text, const QString &caption, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(metric::kGap);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    auto *head = new TextLabel(text, TextRole::Body, row);
    head->setWordWrap(true);
    words->addWidget(head);
    if (!caption.isEmpty()) {
        auto *more = new TextLabel(caption, TextRole::Caption, row);
        more->setWordWrap(true);
        words->addWidget(more);
    }
    layout->addLayout(words, 1);
    return {row, layout};
}

QPushButton *rowButton(const QString &text, const QString &what, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAccessibleName(QCoreApplication::translate("kessai::OfficeParts", "%1: %2").arg(text, what));
    setButtonKind(*button, ButtonKind::Plain);
    return button;
}

QWidget *emptyRow(const QString &text, QWidget *parent)
{
    auto *label = new TextLabel(text, TextRole::Body, parent);
    label->setToken(Token::Text2);
    label->setWordWrap(true);
    label->setMinimumHeight(metric::kControlHeight);
    return label;
}

QWidget *labelled(const QString &label, QWidget *field, QWidget *parent)
{
    auto *both = new QWidget(parent);
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins({});
    layout->setSpacing(3);
    auto *word = new TextLabel(label, TextRole::Caption, both);
    word->setBuddy(field);
    layout->addWidget(word);
    layout->addWidget(field);
    return both;
}

void emptyLayout(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be the one whose button was pressed
        }
        delete item;
    }
}

QString personText(const Office &office, StaffId staff)
{
    const Staff *who = office.staff(staff);
    if (!who)
        return QString::number(staff.value());
    const auto post = office.primaryPost(staff);
    //: A person and the post they hold.
    return post
        ? QCoreApplication::translate("kessai::OfficeParts", "%1 (%2)").arg(who->name(), postLabel(office, *post))
        : who->name();
}

QString periodText(const QDate &from, const QDate &until)
{
    if (!until.isValid())
        return QCoreApplication::translate("kessai::OfficeParts", "from %1 on").arg(dayTextWithWeekday(from));
    if (from == until)
        return dayTextWithWeekday(from);
    return QCoreApplication::translate("kessai::OfficeParts", "%1 to %2")
        .arg(dayTextWithWeekday(from), dayTextWithWeekday(until));
}

QString absenceWord(AbsenceKind kind)
{
    switch (kind) {
    case AbsenceKind::Leave: return say(QT_TRANSLATE_NOOP("kessai::OfficeParts", "Leave"));
    case AbsenceKind::Trip: return say(QT_TRANSLATE_NOOP("kessai::OfficeParts", "Official trip"));
    case AbsenceKind::Training: return say(QT_TRANSLATE_NOOP("kessai::OfficeParts", "Training"));
    case AbsenceKind::Other: return say(QT_TRANSLATE_NOOP("kessai::OfficeParts", "Other"));
    }
    return {};
}

} // namespace kessai
