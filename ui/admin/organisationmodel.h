// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/officedraft.h"

#include <QAbstractItemModel>

#include <memory>

namespace kessai {

/// What a row of the organisation is about.
struct OrganisationNode final {
    enum class Kind { Section, Post, Holder } kind;
    qint64 id;       ///< of the unit, the post or the person
    qint64 post = 0; ///< of a person: the post they stand below; 0 = none
    friend bool operator==(const OrganisationNode &, const OrganisationNode &) = default;
};

/// The organisation on a day as a tree: units, the posts in them, and who holds them. What is other than before is marked; people without a post
/// stand below a row of their own at the end. People, posts and units are dragged to where they shall be.
class OrganisationModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role { NoteRole = Qt::UserRole, ChangedRole, IconRole };

    explicit OrganisationModel(QObject *parent = nullptr);
    ~OrganisationModel() override;

    /// Shows what `draft` makes of the office; of it only what has all the words, also together with what it lies in, and what is above and below.
    void show(const OfficeDraft &draft, const QString &words, bool open);
    std::optional<OrganisationNode> nodeAt(const QModelIndex &index) const;
    QModelIndex indexOf(const OrganisationNode &node) const;
    /// Whether one may be put onto the other.
    bool mayMove(const OrganisationNode &what, const OrganisationNode &onto) const;
    int found() const { return m_found; } ///< people that are shown

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void moveRequested(const kessai::OrganisationNode &what, const kessai::OrganisationNode &onto);

private:
    struct Row;
    std::unique_ptr<Row> rowOf(const Section &section) const;
    std::unique_ptr<Row> rowOf(const Post &post) const;
    std::unique_ptr<Row> rowOf(const Staff &person, const Post *post) const;
    static void keep(Row &row, const QStringList &words, const QString &above);
    void count(const Row &row);
    Row *rowAt(const QModelIndex &index) const;
    static const Row *find(const Row &row, const OrganisationNode &node);

    std::optional<OfficeDraft> m_draft;
    std::unique_ptr<Row> m_root;
    bool m_open = false;
    int m_found = 0;
};

} // namespace kessai
