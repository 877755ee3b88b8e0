// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/anchor.h"

#include "core/base/canonical.h"
#include "core/cases/strictjson.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace kessai {

namespace {

const QString kFormat = QStringLiteral("kessai-anchor-1");

bool isDigest(const QString &text)
{
    static const QRegularExpression digest(QStringLiteral("^[0-9a-f]{64}$"));
    return digest.match(text).hasMatch();
}

} // namespace

void AnchorFold::add(const AnchorHead &head)
{
    const auto group = size_t(head.id.value() / kAnchorGroup);
    while (m_groups.size() < group)
        close();
    if (!m_lines.isEmpty())
        m_lines += '\n';
    m_lines += QByteArray::number(head.id.value()) + ' ' + QByteArray::number(head.seq) + ' ' + head.hash;
    ++m_cases;
    m_acts += head.seq;
}

void AnchorFold::close()
{
    m_groups.push_back(m_lines.isEmpty() ? QByteArray() : sha256Hex(m_lines));
    m_lines.clear();
}

std::vector<QByteArray> AnchorFold::groups()
{
    if (!m_lines.isEmpty())
        close();
    return m_groups;
}

QByteArray Anchor::heads() const
{
    QByteArray lines;
    for (size_t i = 0; i < groups.size(); ++i)
        lines += (i > 0 ? "\n" : "") + groups[i];
    return sha256Hex(lines);
}

QByteArray Anchor::digest() const
{
    return Canonical()
        .add(kFormat)
        .add(office)
        .add(number)
        .add(at.microseconds())
        .add(madeBy)
        .add(cases)
        .add(acts)
        .add(payments)
        .add(paymentsHead)
        .add(previous)
        .add(heads())
        .sha256();
}

QByteArray anchorFile(const Anchor &anchor)
{
    QJsonArray groups;
    for (const QByteArray &group : anchor.groups)
        groups.append(QString::fromLatin1(group));
    return canonicalJson({{QStringLiteral("format"), kFormat},
                          {QStringLiteral("office"), anchor.office},
                          {QStringLiteral("number"), anchor.number},
                          {QStringLiteral("at"), anchor.at.microseconds()},
                          {QStringLiteral("madeBy"), anchor.madeBy},
                          {QStringLiteral("cases"), anchor.cases},
                          {QStringLiteral("acts"), anchor.acts},
                          {QStringLiteral("payments"), anchor.payments},
                          {QStringLiteral("paymentsHead"), QString::fromLatin1(anchor.paymentsHead)},
                          {QStringLiteral("previous"), QString::fromLatin1(anchor.previous)},
                          {QStringLiteral("digest"), QString::fromLatin1(anchor.digest())},
                          {QStringLiteral("groups"), groups}})
        + '\n';
}

Result<Anchor> anchorFromFile(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return fail(ErrorCode::Invalid, QStringLiteral("the anchor is not JSON"));
    StrictObject object(document.object(), QStringLiteral("the anchor"));
    if (object.text(QStringLiteral("format")) != kFormat)
        object.blame(QStringLiteral("the file is no anchor"));
    Anchor anchor{.office = object.text(QStringLiteral("office")),
                  .number = object.count(QStringLiteral("number")),
                  .at = Instant(object.integer(QStringLiteral("at"))),
                  .madeBy = object.text(QStringLiteral("madeBy")),
                  .cases = object.integer(QStringLiteral("cases"), 0),
                  .acts = object.integer(QStringLiteral("acts"), 0),
                  .payments = object.integer(QStringLiteral("payments"), 0),
                  .paymentsHead = object.text(QStringLiteral("paymentsHead")).toLatin1(),
                  .previous = object.text(QStringLiteral("previous")).toLatin1(),
                  .groups = {}};
    const QString digest = object.text(QStringLiteral("digest"));
    for (const auto &value : object.array(QStringLiteral("groups"))) {
        const QString group = value.toString();
        if (!value.isString() || (!group.isEmpty() && !isDigest(group)))
            object.blame(QStringLiteral("a group of the anchor is no digest"));
        anchor.groups.push_back(group.toLatin1());
    }
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    if (digest.toLatin1() != anchor.digest())
        return fail(ErrorCode::Invalid,
                    QStringLiteral("the anchor was changed: its digest is not that of what it says"));
    return anchor;
}

QStringList spelledOut(const QByteArray &digest)
{
    QStringList lines;
    for (qsizetype at = 0; at < digest.size(); at += 16) {
        QStringList words;
        for (qsizetype word = at; word < qMin(at + 16, digest.size()); word += 4)
            words += QString::fromLatin1(digest.mid(word, 4));
        lines += words.join(QLatin1Char(' '));
    }
    return lines;
}

} // namespace kessai
