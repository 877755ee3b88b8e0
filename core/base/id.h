// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>
#include <functional>

namespace kessai {

/// A database identity that cannot be mistaken for another kind of identity, nor for a plain number.
template <class Tag>
class Id final {
public:
    constexpr explicit Id(qint64 value) : m_value(value) {}
    constexpr qint64 value() const { return m_value; }
    friend constexpr auto operator<=>(const Id &, const Id &) = default;

private:
    qint64 m_value;
};

template <class Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value(), seed);
}

using StaffId = Id<struct StaffTag>;
using PostId = Id<struct PostTag>;
using SectionId = Id<struct SectionTag>;
using CaseId = Id<struct CaseTag>;
using AbsenceId = Id<struct AbsenceTag>;
using UploadId = Id<struct UploadTag>;

} // namespace kessai

template <class Tag>
struct std::hash<kessai::Id<Tag>> {
    size_t operator()(kessai::Id<Tag> id) const noexcept { return std::hash<qint64>()(id.value()); }
};
