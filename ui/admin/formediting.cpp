// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/formediting.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kWholeLine = 12;

void dropEmptyRows(FormDefinition &form)
{
    std::erase_if(form.printRows, [](const auto &row) { return row.empty(); });
}

FieldDefinition newField(const QString &key, FieldKind kind)
{
    FieldDefinition field{.key = key,
                          .kind = kind,
                          .label = {QStringLiteral("新しい欄"), {}},
                          .hint = {},
                          .choices = {},
                          .visibleWhen = {},
                          .initial = {}};
    if (kind == FieldKind::Choice)
        field.choices = {{QStringLiteral("1"), {QStringLiteral("選択肢1"), {}}},
                         {QStringLiteral("2"), {QStringLiteral("選択肢2"), {}}}};
    return field;
}

} // namespace

FormDefinition withField(FormDefinition form, const QString &key, FieldKind kind, qsizetype after)
{
    const FieldDefinition field = newField(key, kind);
    const auto at = std::clamp<qsizetype>(after + 1, 0, qsizetype(form.fields.size()));
    form.fields.insert(form.fields.begin() + at, field);
    form.printRows.push_back({PrintCell{.field = field.key}});
    return form;
}

FormDefinition withoutField(FormDefinition form, const QString &key)
{
    std::erase_if(form.fields, [&](const FieldDefinition &field) { return field.key == key; });
    for (FieldDefinition &field : form.fields) {
        if (isOwnField(field.key) && field.visibleWhen.value(QLatin1String("field")).toString() == key)
            field.visibleWhen = {};
    }
    for (auto &row : form.printRows)
        std::erase_if(row, [&](const PrintCell &cell) { return cell.field == key; });
    dropEmptyRows(form);
    return form;
}

FormDefinition withMovedField(FormDefinition form, qsizetype at, int by)
{
    const qsizetype to = at + by;
    if (at >= 0 && to >= 0 && to < qsizetype(form.fields.size()))
        std::swap(form.fields[size_t(at)], form.fields[size_t(to)]);
    return form;
}

FormDefinition withFieldAs(FormDefinition form, const FieldDefinition &field)
{
    for (FieldDefinition &one : form.fields) {
        if (one.key == field.key)
            one = field;
    }
    return form;
}

int roomIn(const std::vector<PrintCell> &row, std::optional<size_t> besides)
{
    int taken = 0;
    for (size_t i = 0; i < row.size(); ++i)
        taken += i == besides ? 0 : row[i].width;
    return kWholeLine - taken;
}

FormDefinition withMovedCell(FormDefinition form, PrintPlace &place, int by)
{
    auto &rows = form.printRows;
    if (place.row >= rows.size() || place.cell >= rows[place.row].size())
        return form;
    const PrintCell cell = rows[place.row][place.cell];
    const bool alone = rows[place.row].size() == 1;
    const auto to = qsizetype(place.row) + by;
    const bool fits = to >= 0 && to < qsizetype(rows.size()) && roomIn(rows[size_t(to)], std::nullopt) >= cell.width;
    if (alone && !fits) { // whole lines change places
        if (to >= 0 && to < qsizetype(rows.size())) {
            std::swap(rows[place.row], rows[size_t(to)]);
            place = {size_t(to), 0};
        }
        return form;
    }
    rows[place.row].erase(rows[place.row].begin() + std::ptrdiff_t(place.cell));
    if (fits) {
        auto &row = rows[size_t(to)];
        row.insert(by > 0 ? row.begin() : row.end(), cell);
        place = {size_t(to), by > 0 ? 0 : row.size() - 1};
    } else {
        const auto own = by > 0 ? place.row + 1 : place.row;
        rows.insert(rows.begin() + std::ptrdiff_t(own), {cell});
        place = {own, 0};
    }
    if (alone && by > 0) // the line it left is gone
        --place.row;
    dropEmptyRows(form);
    return form;
}

FormDefinition withCellAs(FormDefinition form, const PrintPlace &place, const PrintCell &cell)
{
    if (place.row < form.printRows.size() && place.cell < form.printRows[place.row].size())
        form.printRows[place.row][place.cell] = cell;
    return form;
}

FormDefinition withoutCell(FormDefinition form, const PrintPlace &place)
{
    if (place.row < form.printRows.size() && place.cell < form.printRows[place.row].size()) {
        auto &row = form.printRows[place.row];
        row.erase(row.begin() + std::ptrdiff_t(place.cell));
        dropEmptyRows(form);
    }
    return form;
}

FormDefinition withPrinted(FormDefinition form, const QString &key)
{
    form.printRows.push_back({PrintCell{.field = key}});
    return form;
}

QStringList unprinted(const FormDefinition &form)
{
    QStringList keys;
    for (const FieldDefinition &field : form.fields) {
        const bool there = std::any_of(form.printRows.begin(), form.printRows.end(), [&](const auto &row) {
            return std::any_of(row.begin(), row.end(), [&](const PrintCell &cell) { return cell.field == field.key; });
        });
        if (!there)
            keys.append(field.key);
    }
    return keys;
}

} // namespace kessai
