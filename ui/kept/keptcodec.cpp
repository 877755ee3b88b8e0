// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kept/keptcodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kessai {

namespace {

const QLatin1String kId("id");
const QLatin1String kKind("kind");
const QLatin1String kItem("item");
const QLatin1String kBody("body");
const QLatin1String kName("name");
const QLatin1String kTitle("title");
const QLatin1String kState("state");
const QLatin1String kDay("day");
const QLatin1String kPaper("paper");
const QLatin1String kRevision("revision");
const QLatin1String kBase("base");
const QLatin1String kTried("tried");

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray compact(const QJsonArray &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray latin1(const QJsonValue &value)
{
    return value.toString().toLatin1();
}

QJsonObject actJson(const MeetingAct &act)
{
    return {{QStringLiteral("seq"), act.seq},
            {kKind, act.kind},
            {kItem, act.item},
            {kBody, QString::fromUtf8(act.body)},
            {QStringLiteral("by"), act.by.value()},
            {kName, act.name},
            {QStringLiteral("at"), act.at.microseconds()},
            {QStringLiteral("previous"), QString::fromLatin1(act.previous)},
            {QStringLiteral("hash"), QString::fromLatin1(act.hash)}};
}

MeetingAct actOf(const QJsonObject &json)
{
    MeetingAct act;
    act.seq = json.value(QLatin1String("seq")).toInt();
    act.kind = json.value(kKind).toInt();
    act.item = json.value(kItem).toInt();
    act.body = json.value(kBody).toString().toUtf8();
    act.by = StaffId(json.value(QLatin1String("by")).toInteger());
    act.name = json.value(kName).toString();
    act.at = Instant(json.value(QLatin1String("at")).toInteger());
    act.previous = latin1(json.value(QLatin1String("previous")));
    act.hash = latin1(json.value(QLatin1String("hash")));
    return act;
}

QJsonObject rowJson(const MeetingRow &row)
{
    return {{kId, row.id.value()},
            {kState, int(row.state)},
            {kTitle, row.title},
            {kDay, row.day.toString(Qt::ISODate)},
            {QStringLiteral("begins"), row.begins},
            {QStringLiteral("ends"), row.ends},
            {QStringLiteral("room"), row.room},
            {QStringLiteral("role"), row.role ? int(*row.role) : -1},
            {QStringLiteral("awaited"), row.awaited},
            {QStringLiteral("unseen"), row.unseen}};
}

MeetingRow rowOf(const QJsonObject &json)
{
    MeetingRow row;
    row.id = MeetingId(json.value(kId).toInteger());
    row.state = MeetingState(json.value(kState).toInt());
    row.title = json.value(kTitle).toString();
    row.day = QDate::fromString(json.value(kDay).toString(), Qt::ISODate);
    row.begins = json.value(QLatin1String("begins")).toInt();
    row.ends = json.value(QLatin1String("ends")).toInt();
    row.room = json.value(QLatin1String("room")).toString();
    const int role = json.value(QLatin1String("role")).toInt(-1);
    row.role = role < 0 ? std::nullopt : std::optional(MeetingRole(role));
    row.awaited = json.value(QLatin1String("awaited")).toBool();
    row.unseen = json.value(QLatin1String("unseen")).toInt();
    return row;
}

QJsonObject inkJson(const Ink &ink)
{
    QJsonArray readers;
    for (const StaffId reader : ink.readers)
        readers.append(reader.value());
    QJsonObject json{{kId, ink.id},
                     {kPaper, ink.paper},
                     {kRevision, ink.revision},
                     {QStringLiteral("page"), ink.page},
                     {kBody, ink.removed ? QString() : QString::fromUtf8(shapeBody(ink.shape))},
                     {QStringLiteral("audience"), int(ink.audience)},
                     {QStringLiteral("readers"), readers},
                     {QStringLiteral("version"), ink.version},
                     {QStringLiteral("removed"), ink.removed},
                     {QStringLiteral("author"), ink.author.value()},
                     {QStringLiteral("authorName"), ink.authorName},
                     {QStringLiteral("changedAt"), ink.changedAt.microseconds()}};
    if (ink.base)
        json.insert(kBase, *ink.base);
    if (!ink.tried.isEmpty())
        json.insert(kTried, QString::fromLatin1(ink.tried.join(' ')));
    return json;
}

std::optional<Ink> inkFromJson(const QJsonObject &json)
{
    Ink ink;
    ink.id = json.value(kId).toString();
    ink.paper = json.value(kPaper).toInt();
    ink.revision = json.value(kRevision).toInt();
    ink.page = json.value(QLatin1String("page")).toInt();
    ink.audience = InkAudience(json.value(QLatin1String("audience")).toInt());
    for (const QJsonValue &reader : json.value(QLatin1String("readers")).toArray())
        ink.readers.push_back(StaffId(reader.toInteger()));
    ink.version = json.value(QLatin1String("version")).toInt();
    ink.removed = json.value(QLatin1String("removed")).toBool();
    ink.author = StaffId(json.value(QLatin1String("author")).toInteger());
    ink.authorName = json.value(QLatin1String("authorName")).toString();
    ink.changedAt = Instant(json.value(QLatin1String("changedAt")).toInteger());
    if (json.contains(kBase))
        ink.base = json.value(kBase).toInt();
    if (json.contains(kTried))
        ink.tried = json.value(kTried).toString().toLatin1().split(' ');
    if (ink.removed)
        return ink;
    const auto shape = shapeOf(json.value(kBody).toString().toUtf8());
    if (!shape)
        return std::nullopt;
    ink.shape = *shape;
    return ink;
}

} // namespace

QByteArray seatBytes(const KeptSeat &seat)
{
    QJsonArray people;
    for (const Staff &one : seat.people)
        people.append(QJsonArray{one.id.value(), one.number, one.familyName, one.givenName, one.kana});
    return compact(QJsonObject{{QStringLiteral("office"), seat.officeName},
                               {QStringLiteral("me"), seat.me.value()},
                               {QStringLiteral("people"), people},
                               {QStringLiteral("password"), seat.passwordMark}});
}

std::optional<KeptSeat> seatOf(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    KeptSeat seat{json.value(QLatin1String("office")).toString(),
                  StaffId(json.value(QLatin1String("me")).toInteger()),
                  {},
                  json.value(QLatin1String("password")).toString()};
    for (const QJsonValue &value : json.value(QLatin1String("people")).toArray()) {
        const QJsonArray one = value.toArray();
        seat.people.push_back({StaffId(one.at(0).toInteger()),
                               {},
                               one.at(1).toString(),
                               one.at(2).toString(),
                               one.at(3).toString(),
                               one.at(4).toString()});
    }
    return seat.me.value() > 0 ? std::optional(seat) : std::nullopt;
}

QByteArray bookBytes(const KeptBook &book)
{
    QJsonArray acts;
    for (const MeetingAct &act : book.record.acts)
        acts.append(actJson(act));
    return compact(QJsonObject{{kId, book.record.id.value()},
                               {QStringLiteral("acts"), acts},
                               {QStringLiteral("chosen"), book.chosen},
                               {QStringLiteral("readAt"), book.readAt.microseconds()}});
}

std::optional<KeptBook> bookOf(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    KeptBook book;
    book.record.id = MeetingId(json.value(kId).toInteger());
    book.chosen = json.value(QLatin1String("chosen")).toBool();
    book.readAt = Instant(json.value(QLatin1String("readAt")).toInteger());
    for (const QJsonValue &act : json.value(QLatin1String("acts")).toArray())
        book.record.acts.push_back(actOf(act.toObject()));
    return book.record.acts.empty() ? std::nullopt : std::optional(book);
}

QByteArray rowsBytes(const std::vector<MeetingRow> &rows)
{
    QJsonArray all;
    for (const MeetingRow &row : rows)
        all.append(rowJson(row));
    return compact(all);
}

std::vector<MeetingRow> rowsOf(const QByteArray &bytes)
{
    std::vector<MeetingRow> rows;
    for (const QJsonValue &row : QJsonDocument::fromJson(bytes).array())
        rows.push_back(rowOf(row.toObject()));
    return rows;
}

QByteArray inkBytes(const std::vector<Ink> &inks)
{
    QJsonArray all;
    for (const Ink &ink : inks)
        all.append(inkJson(ink));
    return compact(all);
}

std::vector<Ink> inksOf(const QByteArray &bytes)
{
    std::vector<Ink> inks;
    for (const QJsonValue &one : QJsonDocument::fromJson(bytes).array()) {
        if (auto ink = inkFromJson(one.toObject()))
            inks.push_back(std::move(*ink));
    }
    return inks;
}

QByteArray movesBytes(const KeptMoves &moves)
{
    QJsonArray all;
    for (const auto &[at, revisions] : moves) {
        QJsonArray olders;
        for (const std::vector<PageMove> &pages : revisions) {
            QJsonArray older;
            for (const PageMove &page : pages)
                older.append(QJsonArray{page.to ? *page.to : -1, page.changed});
            olders.append(older);
        }
        all.append(QJsonObject{{kPaper, at.first}, {kRevision, at.second}, {QStringLiteral("moves"), olders}});
    }
    return compact(all);
}

KeptMoves movesOf(const QByteArray &bytes)
{
    KeptMoves moves;
    for (const QJsonValue &value : QJsonDocument::fromJson(bytes).array()) {
        const QJsonObject one = value.toObject();
        auto &revisions = moves[{one.value(kPaper).toInt(), one.value(kRevision).toInt()}];
        for (const QJsonValue &older : one.value(QLatin1String("moves")).toArray()) {
            std::vector<PageMove> pages;
            for (const QJsonValue &page : older.toArray()) {
                const int to = page.toArray().at(0).toInt();
                pages.push_back({to >= 0 ? std::optional(to) : std::nullopt, page.toArray().at(1).toBool()});
            }
            revisions.push_back(std::move(pages));
        }
    }
    return moves;
}

QByteArray wordsBytes(const std::vector<PaperPage> &pages)
{
    QJsonArray all;
    for (const PaperPage &page : pages)
        all.append(QJsonArray{page.folded, page.text});
    return compact(all);
}

std::vector<PaperPage> wordsOf(const QByteArray &bytes)
{
    std::vector<PaperPage> pages;
    for (const QJsonValue &page : QJsonDocument::fromJson(bytes).array())
        pages.push_back({{}, page.toArray().at(0).toString(), page.toArray().at(1).toString()});
    return pages;
}

} // namespace kessai
