// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tour.h"
#include "ui/admin/organisationmodel.h"
#include "ui/admin/settingswindow.h"
#include "ui/shell/desksession.h"
#include "ui/shell/mainwindow.h"

#include <QFile>
#include <QTreeView>

#include <algorithm>

namespace kessai::tour {

namespace {

constexpr int kTransfers = 40;

/// People who change places with somebody of the same title in another 課, two rows each time; nobody's post is left empty.
QStringList transfers(const Office &office, StaffId me, int most)
{
    struct Place {
        QString number, title, code;
        std::optional<SectionId> section;
    };
    std::vector<Place> places;
    for (const Staff &one : office.allStaff()) {
        const std::vector<PostId> &held = office.postsOf(one.id);
        const Post *post = held.size() == 1 ? office.post(held.front()) : nullptr;
        if (post && !post->head && one.id != me)
            places.push_back(
                {one.number, post->title, post->code, office.ancestor(post->section, SectionLevel::Section)});
    }
    QStringList rows;
    while (!places.empty() && rows.size() < most) {
        const Place first = places.back();
        places.pop_back();
        const auto other = std::find_if(places.begin(), places.end(), [&](const Place &one) {
            return one.title == first.title && one.section != first.section;
        });
        if (other == places.end())
            continue;
        rows.append(first.number + QStringLiteral(",,,,,") + other->code + QStringLiteral(",,"));
        rows.append(other->number + QStringLiteral(",,,,,") + first.code + QStringLiteral(",,"));
        places.erase(other);
    }
    return rows;
}

} // namespace

/// The next 1 April is prepared: a new 課 and its posts, forty transfers from a file, and what that day would bring.
void Tour::seeOrganisation()
{
    if (!m_stage.ok() || atServer())
        return;
    m_stage.say(QStringLiteral("Preparing the transfers of 1 April as an administrator"));
    auto *settings = openSettings();
    if (!settings)
        return;
    settings->goTo(QStringLiteral("organisation"));
    auto *tree = settings->findChild<QTreeView *>(QStringLiteral("organisationTree"));
    auto *model = qobject_cast<OrganisationModel *>(tree->model());
    m_stage.waitFor(QStringLiteral("the organisation"), [model] { return model->rowCount() > 0; });
    if (!m_stage.ok())
        return;
    const auto shows = [settings](const QString &name) {
        const auto *one = settings->findChild<QWidget *>(name);
        return one && one->isVisible() && one->isEnabled();
    };
    const DeskInfo &info = m_window->session()->info();
    const auto choose = [&](const OrganisationNode &node) {
        tree->setCurrentIndex(model->indexOf(node));
        tree->scrollTo(tree->currentIndex(), QAbstractItemView::PositionAtCenter);
        m_stage.settle();
    };
    const auto department = std::find_if(info.office->sections().begin(), info.office->sections().end(),
                                         [](const Section &one) { return one.name == QStringLiteral("総務部"); });
    if (department == info.office->sections().end()) {
        m_stage.fail(QStringLiteral("総務部 in the trial office"));
        return;
    }
    const OrganisationNode unit{OrganisationNode::Kind::Section, department->id.value()};
    choose(unit);
    m_stage.picture(QStringLiteral("organisation"));

    const QDate april(info.today.year() + (info.today.month() >= 4 ? 1 : 0), 4, 1);
    m_stage.fill(QStringLiteral("organisationDay"), april.toString(Qt::ISODate));
    m_stage.press(Qt::Key_Return);
    m_stage.settle(300);
    choose(unit);
    m_stage.click(QStringLiteral("newSection"));
    m_stage.fill(QStringLiteral("sectionName"), QStringLiteral("DX推進課"));
    m_stage.press(Qt::Key_Tab);
    m_stage.fill(QStringLiteral("sectionCode"), QStringLiteral("dx-promotion"));
    m_stage.press(Qt::Key_Tab);
    m_stage.settle();
    const auto made = model->nodeAt(tree->currentIndex());
    if (!made) {
        m_stage.fail(QStringLiteral("the new unit in the tree"));
        return;
    }
    for (const char *title : {"課長", "主事"}) {
        choose(*made);
        m_stage.click(QStringLiteral("newPost"));
        m_stage.fill(QStringLiteral("postTitle"), QString::fromUtf8(title));
        m_stage.press(Qt::Key_Tab);
        m_stage.settle();
    }
    choose(*made);
    tree->expand(tree->currentIndex());

    const QString list = m_scratch.filePath(QStringLiteral("meibo.csv"));
    QFile file(list);
    if (!file.open(QIODevice::WriteOnly)) {
        m_stage.fail(QStringLiteral("a file for the transfers"));
        return;
    }
    const QStringList rows = transfers(*info.office, info.me.id, kTransfers);
    file.write((QStringLiteral("職員番号,氏,名,ふりがな,ログイン名,職,任用,区分\n") + rows.join(QLatin1Char('\n'))
                + QLatin1Char('\n'))
                   .toUtf8());
    file.close();
    if (rows.size() != kTransfers)
        m_stage.fail(QStringLiteral("forty people who can change places"));
    m_stage.answerOpenPaths({list});
    m_stage.click(QStringLiteral("chooseStaffFile"));
    m_stage.settle(800);
    m_stage.picture(QStringLiteral("organisation-draft"));

    m_stage.click(QStringLiteral("tryDay"));
    m_stage.waitFor(QStringLiteral("the day, tried beforehand"), [&] { return shows(QStringLiteral("dayRun")); });
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("organisation-day"));

    m_stage.fill(QStringLiteral("organisationReason"), QStringLiteral("令和9年4月1日付け人事異動"));
    m_stage.waitFor(QStringLiteral("a change that can be prepared"),
                    [&] { return shows(QStringLiteral("reorganise")); });
    m_stage.click(QStringLiteral("reorganise"));
    m_stage.waitFor(QStringLiteral("what is prepared"), [&] { return shows(QStringLiteral("preparedChanges")); });
    m_stage.settle(1'000);
    m_stage.picture(QStringLiteral("organisation-prepared"));
    settings->close();
    m_stage.enter(m_window);
}

} // namespace kessai::tour
