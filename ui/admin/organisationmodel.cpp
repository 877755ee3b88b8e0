// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/organisationmodel.h"

#include "core/base/searchwords.h"
#include "core/base/textfold.h"
#include "core/office/sections.h"

#include <QIODevice>
#include <QMimeData>

#include <algorithm>

namespace kessai {

namespace {

constexpr QLatin1String kNodeMime("application/x-kessai-organisation");
constexpr qint64 kNowhere = 0; ///< the row people without a post stand below

QString holdingWord(Holding holding)
{
    switch (holding) {
    case Holding::Primary: return {};
    case Holding::Concurrent: return OrganisationModel::tr("concurrent");
    case Holding::Acting: return OrganisationModel::tr("acting");
    }
    return {};
}

QByteArray written(const OrganisationNode &node)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << int(node.kind) << node.id << node.post;
    return bytes;
}

std::optional<OrganisationNode> dragged(const QMimeData *data)
{
    if (!data || !data->hasFormat(kNodeMime))
        return std::nullopt;
    QDataStream stream(data->data(kNodeMime));
    int kind = 0;
    OrganisationNode node{};
    stream >> kind >> node.id >> node.post;
    node.kind = OrganisationNode::Kind(kind);
    return stream.status() == QDataStream::Ok ? std::optional(node) : std::nullopt;
}

} // namespace

struct OrganisationModel::Row {
    OrganisationNode node;
    QString text;
    QString note;
    QString icon;
    QString sought; ///< folded, what the row is found by
    bool changed = false;
    Row *parent = nullptr;
    std::vector<std::unique_ptr<Row>> below;

    void add(std::unique_ptr<Row> row)
    {
        row->parent = this;
        below.push_back(std::move(row));
    }
};

OrganisationModel::OrganisationModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Row>()) {}

OrganisationModel::~OrganisationModel() = default;

std::unique_ptr<OrganisationModel::Row> OrganisationModel::rowOf(const Staff &person, const Post *post) const
{
    auto row = std::make_unique<Row>();
    row->node = {OrganisationNode::Kind::Holder, person.id.value(), post ? post->id.value() : 0};
    row->text = person.name();
    const auto holding = post ? m_draft->holding(person.id, post->id) : std::nullopt;
    row->note = holding ? holdingWord(*holding) : QString();
    row->icon = QStringLiteral("user");
    row->sought = foldText(QString(person.name() + QLatin1Char(' ') + person.familyName + person.givenName
                                   + QLatin1Char(' ') + person.kana + QLatin1Char(' ') + person.number));
    const Office &before = *m_draft->before();
    const Staff *known = before.staff(person.id);
    row->changed = !known || *known != person || (post && !before.holds(person.id, post->id));
    return row;
}

std::unique_ptr<OrganisationModel::Row> OrganisationModel::rowOf(const Post &post) const
{
    const Office &after = *m_draft->after();
    auto row = std::make_unique<Row>();
    row->node = {OrganisationNode::Kind::Post, post.id.value()};
    row->text = post.title;
    row->icon = post.head ? QStringLiteral("user-check") : QStringLiteral("users");
    row->sought = foldText(QString(post.title + QLatin1Char(' ') + post.code));
    const Post *known = m_draft->before()->post(post.id);
    row->changed = !known || *known != post;
    for (const StaffId holder : after.holders(post.id)) {
        if (const Staff *person = after.staff(holder))
            row->add(rowOf(*person, &post));
    }
    row->note = row->below.empty() ? tr("vacant")
        : row->below.size() == 1   ? row->below.front()->text
                                   : tr("%n people", nullptr, int(row->below.size()));
    return row;
}

std::unique_ptr<OrganisationModel::Row> OrganisationModel::rowOf(const Section &section) const
{
    const Office &after = *m_draft->after();
    auto row = std::make_unique<Row>();
    row->node = {OrganisationNode::Kind::Section, section.id.value()};
    row->text = section.name;
    row->icon = QStringLiteral("building");
    row->sought = foldText(QString(section.name + QLatin1Char(' ') + section.code));
    const Section *known = m_draft->before()->section(section.id);
    row->changed = !known || *known != section;
    std::vector<const Post *> posts;
    for (const Post &post : after.posts()) {
        if (post.section == section.id)
            posts.push_back(&post);
    }
    std::stable_sort(posts.begin(), posts.end(), [](const Post *a, const Post *b) { return a->rank > b->rank; });
    for (const Post *post : posts)
        row->add(rowOf(*post));
    for (const Section &below : after.sections()) {
        if (below.parent == section.id)
            row->add(rowOf(below));
    }
    row->note = tr("%n people", nullptr, int(membersOf(after, section.id).size()));
    return row;
}

/// Leaves what has all the words, by itself or together with what it lies in ("財政課 佐藤"), and what is above it; below a row that has them,
/// everything.
void OrganisationModel::keep(Row &row, const QStringList &words, const QString &above)
{
    std::erase_if(row.below, [&](const std::unique_ptr<Row> &one) {
        const QString known = above + QLatin1Char('\n') + one->sought;
        const bool found =
            std::all_of(words.begin(), words.end(), [&](const QString &word) { return known.contains(word); });
        if (found)
            return false;
        keep(*one, words, known);
        return one->below.empty();
    });
}

void OrganisationModel::count(const Row &row)
{
    m_found += row.node.kind == OrganisationNode::Kind::Holder;
    for (const auto &one : row.below)
        count(*one);
}

void OrganisationModel::show(const OfficeDraft &draft, const QString &words, bool open)
{
    beginResetModel();
    m_draft = draft;
    m_open = open;
    m_root = std::make_unique<Row>();
    m_root->node = {OrganisationNode::Kind::Section, -1};
    const Office &after = *draft.after();
    for (const Section &section : after.sections()) {
        if (!section.parent || !after.section(*section.parent))
            m_root->add(rowOf(section));
    }
    auto nowhere = std::make_unique<Row>();
    nowhere->node = {OrganisationNode::Kind::Section, kNowhere};
    nowhere->text = tr("Without a post");
    nowhere->icon = QStringLiteral("help-circle");
    for (const Staff &person : after.allStaff()) {
        const auto &posts = after.postsOf(person.id);
        if (std::none_of(posts.begin(), posts.end(), [&](PostId post) { return after.post(post) != nullptr; }))
            nowhere->add(rowOf(person, nullptr));
    }
    if (!nowhere->below.empty())
        m_root->add(std::move(nowhere));
    const QStringList sought = searchWords(words);
    if (!sought.isEmpty())
        keep(*m_root, sought, {});
    m_found = 0;
    count(*m_root);
    endResetModel();
}

OrganisationModel::Row *OrganisationModel::rowAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Row *>(index.internalPointer()) : m_root.get();
}

std::optional<OrganisationNode> OrganisationModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? std::optional(rowAt(index)->node) : std::nullopt;
}

const OrganisationModel::Row *OrganisationModel::find(const Row &row, const OrganisationNode &node)
{
    if (row.node == node)
        return &row;
    for (const auto &one : row.below) {
        if (const Row *found = find(*one, node))
            return found;
    }
    return nullptr;
}

QModelIndex OrganisationModel::indexOf(const OrganisationNode &node) const
{
    const Row *row = find(*m_root, node);
    if (!row || !row->parent)
        return {};
    const auto &siblings = row->parent->below;
    const auto at = std::find_if(siblings.begin(), siblings.end(), [&](const auto &one) { return one.get() == row; });
    return createIndex(int(at - siblings.begin()), 0, row);
}

QModelIndex OrganisationModel::index(int row, int column, const QModelIndex &parent) const
{
    const Row *above = rowAt(parent);
    if (row < 0 || column != 0 || size_t(row) >= above->below.size())
        return {};
    return createIndex(row, column, above->below[size_t(row)].get());
}

QModelIndex OrganisationModel::parent(const QModelIndex &index) const
{
    const Row *above = index.isValid() ? rowAt(index)->parent : nullptr;
    return above && above != m_root.get() ? indexOf(above->node) : QModelIndex();
}

int OrganisationModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(rowAt(parent)->below.size());
}

int OrganisationModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant OrganisationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = *rowAt(index);
    switch (role) {
    case Qt::DisplayRole: return row.text;
    case Qt::AccessibleTextRole: {
        QString said = row.note.isEmpty() ? row.text : QString(row.text + QStringLiteral(", ") + row.note);
        return row.changed ? tr("%1, changed").arg(said) : said;
    }
    case NoteRole: return row.note;
    case ChangedRole: return row.changed;
    case IconRole: return row.icon;
    default: return {};
    }
}

Qt::ItemFlags OrganisationModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const OrganisationNode &node = rowAt(index)->node;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (m_open && (node.kind != OrganisationNode::Kind::Section || node.id != kNowhere))
        flags |= Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
    return flags;
}

bool OrganisationModel::mayMove(const OrganisationNode &what, const OrganisationNode &onto) const
{
    if (!m_open || !m_draft || what == onto || onto.id <= kNowhere)
        return false;
    const Office &after = *m_draft->after();
    using Kind = OrganisationNode::Kind;
    switch (what.kind) {
    case Kind::Holder:
        if (onto.kind == Kind::Section)
            return m_draft->postFor(StaffId(what.id), SectionId(onto.id)).has_value();
        return (onto.kind == Kind::Post ? onto.id : onto.post) != what.post;
    case Kind::Post: {
        const Post *post = after.post(PostId(what.id));
        return onto.kind == Kind::Section && post && post->section != SectionId(onto.id);
    }
    case Kind::Section: {
        const Section *moved = after.section(SectionId(what.id));
        const Section *above = onto.kind == Kind::Section ? after.section(SectionId(onto.id)) : nullptr;
        return moved && above && above->level < moved->level && moved->parent != above->id;
    }
    }
    return false;
}

QStringList OrganisationModel::mimeTypes() const
{
    return {kNodeMime};
}

QMimeData *OrganisationModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData; // taken by whoever drags
    data->setData(kNodeMime, written(rowAt(indexes.front())->node));
    return data;
}

bool OrganisationModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int,
                                        const QModelIndex &parent) const
{
    const auto what = dragged(data);
    const auto onto = nodeAt(parent);
    return what && onto && mayMove(*what, *onto);
}

bool OrganisationModel::dropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent)
{
    const auto what = dragged(data);
    const auto onto = nodeAt(parent);
    if (!what || !onto || !mayMove(*what, *onto))
        return false;
    Q_EMIT moveRequested(*what, *onto);
    return false; // the tree is built anew; nothing is to be removed by the view
}

} // namespace kessai
