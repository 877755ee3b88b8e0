// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/officeparts.h"

#include "ui/formview/dateedit.h"
#include "ui/office/placedtext.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kCardColumn = 860;
constexpr int kDayWidth = 210;

QString say(const char *text)
{
    return QCoreApplication::translate("kessai::OfficeParts", text);
}

QString formName(const std::vector<FormDefinition> &forms, const QString &code)
{
    const auto form =
        std::find_if(forms.begin(), forms.end(), [&](const FormDefinition &one) { return one.code == code; });
    return form == forms.end() ? code : form->name.text(englishWording());
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

QComboBox *peopleBox(const Office &office, const QString &name, StaffId near, QWidget *parent)
{
    QComboBox *box = listBox(name, parent);
    const auto unitOf = [&office](StaffId who) {
        const auto post = office.primaryPost(who);
        return post ? std::optional(office.post(*post)->section) : std::nullopt;
    };
    const auto own = unitOf(near);
    const auto home = own ? office.ancestor(*own, SectionLevel::Section) : std::nullopt;
    const auto distance = [&](StaffId who) {
        const auto theirs = unitOf(who);
        if (!own || !theirs || theirs == own)
            return own && theirs ? 0 : 2;
        return home && office.ancestor(*theirs, SectionLevel::Section) == home ? 1 : 2;
    };
    for (const int far : {0, 1, 2}) {
        for (const Staff &staff : office.allStaff()) {
            if (distance(staff.id) == far)
                addEntry(*box, placedText(office, staff.id), staff.id.value(), staff.kana);
        }
    }
    makeSearchable(*box, name);
    return box;
}

QComboBox *postsBox(const PostSheet &sheet, const std::vector<PostId> &posts, const QString &name, QWidget *parent)
{
    QComboBox *box = listBox(name, parent);
    for (const PostId post : posts)
        addEntry(*box, sheet.names.value(post), post.value());
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

DateEdit *dayEdit(const QDate &today, const QString &name, const char *objectName, QWidget *parent)
{
    auto *edit = new DateEdit(today, parent);
    edit->setObjectName(QLatin1String(objectName));
    edit->setNames(name, {});
    edit->setFixedWidth(grown(kDayWidth));
    return edit;
}

QHBoxLayout *entryLine(const std::vector<QWidget *> &fields, QPushButton *button)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(metric::kFieldGap);
    for (QWidget *field : fields)
        line->addWidget(field);
    line->addStretch(1);
    if (button)
        line->addWidget(button, 0, Qt::AlignBottom);
    return line;
}

QWidget *cardColumn(const std::vector<QWidget *> &cards, QWidget *parent)
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin, metric::kPageMargin);
    layout->setSpacing(metric::kPageMargin);
    for (QWidget *card : cards)
        layout->addWidget(card);
    layout->addStretch(1);
    column->setMaximumWidth(grown(kCardColumn));
    auto *scroll = new QScrollArea(parent);
    scroll->setWidget(column);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    // The fields inside bring themselves into view; the frame around them is nothing to stop at.
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

void bringIntoView(QWidget &widget)
{
    for (QWidget *around = widget.parentWidget(); around; around = around->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(around)) {
            scroll->widget()->layout()->activate(); // what has just been put in has its place
            scroll->ensureWidgetVisible(&widget);
        }
    }
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

QString preparedDay(const PreparedChange &change)
{
    return change.change.from.isValid()
        ? longDay(change.change.from)
        : say(QT_TRANSLATE_NOOP("kessai::OfficeParts", "prepared on %1")).arg(longDay(change.madeAt.day()));
}

QString absenceWord(AbsenceKind kind)
{
    switch (kind) {
    case AbsenceKind::Leave: return say(QT_TRANSLATE_NOOP("kessai::OfficeParts", "Leave"));
    case AbsenceKind::Trip: return say(QT_TRANSLATE_NOOP("kessai::OfficeParts", "Official trip"));
    case AbsenceKind::Training: return say(QT_TRANSLATE_NOOP("kessai::OfficeParts", "Training"));
    case AbsenceKind::Other: return say(QT_TRANSLATE_NOOP("kessai::OfficeParts", "Illness, other"));
    }
    return {};
}

QString strandedText(const StrandedStep &step, const std::vector<FormDefinition> &forms)
{
    return say(QT_TRANSLATE_NOOP("kessai::OfficeParts", "%1 %2 (%3)"))
        .arg(step.number, formName(forms, step.form), step.drafterSection);
}

QString limitText(const Deputyship &deputyship, const std::vector<FormDefinition> &forms)
{
    QStringList names;
    for (const QString &code : deputyship.forms)
        names.append(formName(forms, code));
    //: Between the names of forms in a list.
    const QString kinds = names.join(QCoreApplication::translate("kessai::OfficeParts", ", "));
    const QString yen = deputyship.upTo ? QLocale(QLocale::English).toString(*deputyship.upTo) : QString();
    if (names.isEmpty())
        return yen.isEmpty() ? QString()
                             : QCoreApplication::translate("kessai::OfficeParts", "up to %1 yen only").arg(yen);
    return yen.isEmpty() ? QCoreApplication::translate("kessai::OfficeParts", "%1 only").arg(kinds)
                         : QCoreApplication::translate("kessai::OfficeParts", "%1 up to %2 yen only").arg(kinds, yen);
}

} // namespace kessai
