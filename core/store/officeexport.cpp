// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/officeexport.h"

#include "core/base/csv.h"
#include "core/store/migrator.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kLongestName = 180; ///< bytes of a file's name; file systems allow 255

/// A file of the office, and what it is called in the folder.
struct NamedFile {
    qint64 blob;
    int chunks;
    QByteArray sha256;
    QString path;
};

/// One file of the folder, which as a whole is there or is not.
class Output final {
public:
    explicit Output(const QString &path) : m_file(path) {}
    Result<> open() { return m_file.open(QIODevice::WriteOnly) ? Result<>() : failed(); }
    Result<> write(const QByteArray &bytes) { return m_file.write(bytes) == bytes.size() ? Result<>() : failed(); }
    Result<> finish() { return m_file.flush() ? Result<>() : failed(); }

private:
    Result<> failed() const
    {
        return fail(ErrorCode::StorageFull, m_file.fileName() + QStringLiteral(": ") + m_file.errorString());
    }
    QFile m_file;
};

QByteArray csvLine(const QStringList &cells)
{
    QStringList fields;
    std::transform(cells.begin(), cells.end(), std::back_inserter(fields), &csvField);
    return fields.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

/// A name that every system takes, as much of it as fits.
QString safeName(const QString &name)
{
    QString safe;
    for (const QChar c : name)
        safe += c.isPrint() && !QStringLiteral("/\\:*?\"<>|").contains(c) ? c : QLatin1Char('_');
    const qsizetype dot = safe.lastIndexOf(QLatin1Char('.'));
    const QString ending = dot > 0 && safe.size() - dot <= 8 ? safe.mid(dot) : QString();
    QString stem = safe.left(safe.size() - ending.size());
    while (stem.toUtf8().size() > kLongestName)
        stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    while (stem.startsWith(QLatin1Char('.')))
        stem[0] = QLatin1Char('_');
    return stem.trimmed() + ending.trimmed();
}

Result<qint64> writeTable(Database &database, const OfficeTable &table, const QDir &folder)
{
    Output file(folder.filePath(table.name + QStringLiteral(".jsonl")));
    if (const Result<> opened = file.open(); !opened)
        return opened.failure();
    TableRows rows(database, table);
    qint64 written = 0;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            break;
        if (const Result<> line = file.write(rows.json() + '\n'); !line)
            return line.failure();
        ++written;
    }
    if (const Result<> whole = file.finish(); !whole)
        return whole.failure();
    return written;
}

Result<> writeCases(Database &database, const QDir &folder)
{
    Output file(folder.filePath(QStringLiteral("cases.csv")));
    if (const Result<> opened = file.open(); !opened)
        return opened;
    Query rows(database, QLatin1String("exportedCases"));
    if (const Result<> run = rows.exec(); !run)
        return run;
    // With the mark by which spreadsheets see that it is UTF-8.
    const QStringList heads{QStringLiteral("case_id"),    QStringLiteral("number"), QStringLiteral("form"),
                            QStringLiteral("title"),      QStringLiteral("amount"), QStringLiteral("drafter"),
                            QStringLiteral("section"),    QStringLiteral("state"),  QStringLiteral("submitted_at"),
                            QStringLiteral("changed_at"), QStringLiteral("acts")};
    if (const Result<> head = file.write("\xEF\xBB\xBF" + csvLine(heads)); !head)
        return head;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return file.finish();
        QStringList cells;
        for (int column = 0; column < int(heads.size()); ++column) {
            const bool time = column == 8 || column == 9;
            cells += time && !rows.isNull(column)
                ? rows.instant(column).tokyo().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                : rows.text(column);
        }
        if (const Result<> line = file.write(csvLine(cells)); !line)
            return line;
    }
}

Result<std::vector<NamedFile>> namedFiles(Database &database)
{
    Query attached(database, QLatin1String("exportedAttachments"));
    auto files = takeAll<NamedFile>(attached, [](const Query &row) {
        return NamedFile{row.integer(0), int(row.text(1).split(QLatin1Char(' ')).size()), row.ascii(2),
                         QStringLiteral("files/cases/%1/r%2-%3 %4")
                             .arg(safeName(row.text(3)))
                             .arg(row.number(4))
                             .arg(row.number(5))
                             .arg(safeName(row.text(6)))};
    });
    if (!files)
        return files;
    Query papers(database, QLatin1String("exportedPapers"));
    const auto more = takeAll<NamedFile>(papers, [](const Query &row) {
        return NamedFile{row.integer(0), int(row.text(1).split(QLatin1Char(' ')).size()), row.ascii(2),
                         QStringLiteral("files/meetings/%1 %2 %3/paper%4-r%5.pdf")
                             .arg(row.text(3), safeName(row.text(4)))
                             .arg(row.number(5))
                             .arg(row.number(6))
                             .arg(row.number(7))};
    });
    if (!more)
        return more;
    files->insert(files->end(), more->begin(), more->end());
    return files;
}

Result<> writeFile(Database &database, const NamedFile &named, const QDir &folder)
{
    const QString path = folder.filePath(named.path);
    if (!QDir().mkpath(QFileInfo(path).path()))
        return fail(ErrorCode::StorageFull, path + QStringLiteral(" cannot be made"));
    Output file(path);
    if (const Result<> opened = file.open(); !opened)
        return opened;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int no = 0; no < named.chunks; ++no) {
        Query chunk(database, QLatin1String("exportedChunk"));
        chunk.bind(QLatin1String("blob_id"), named.blob).bind(QLatin1String("no"), no);
        if (const Result<> read = chunk.execOne(); !read)
            return fail(ErrorCode::Damaged, named.path);
        hash.addData(chunk.bytes(0));
        if (const Result<> written = file.write(chunk.bytes(0)); !written)
            return written;
    }
    if (hash.result().toHex() != named.sha256)
        return fail(ErrorCode::Damaged, named.path);
    return file.finish();
}

} // namespace

Result<OfficeExport> exportOffice(Database &database, const QDir &folder, const CopyProgress &progress)
{
    auto reading = Transaction::beginReading(database);
    if (!reading)
        return reading.failure();
    if (const Result<> usable = Migrator(database).usable(); !usable)
        return usable.failure();
    const auto tables = officeTables(database);
    if (!tables)
        return tables.failure();
    OfficeExport made;
    const QDir lines(folder.filePath(QStringLiteral("tables")));
    if (!QDir().mkpath(lines.path()))
        return fail(ErrorCode::StorageFull, lines.path() + QStringLiteral(" cannot be made"));
    int done = 0;
    for (const OfficeTable &table : *tables) {
        // Their bytes are written as the files they are.
        if (table.name == QLatin1String("blob_chunk"))
            continue;
        progress(table.name, done++, int(tables->size()));
        const auto written = writeTable(database, table, lines);
        if (!written)
            return written.failure();
        made.rows.insert(table.name, *written);
    }
    if (const Result<> written = writeCases(database, folder); !written)
        return written.failure();
    const auto files = namedFiles(database);
    if (!files)
        return files.failure();
    QByteArray sums;
    for (const NamedFile &file : *files) {
        progress(QStringLiteral("blob"), made.files++, int(files->size()));
        if (const Result<> written = writeFile(database, file, folder); !written)
            return written.failure();
        sums += file.sha256 + "  " + file.path.toUtf8() + '\n';
    }
    Output list(folder.filePath(QStringLiteral("SHA256SUMS")));
    if (const Result<> opened = list.open(); !opened)
        return opened.failure();
    if (const Result<> written = list.write(sums); !written)
        return written.failure();
    if (const Result<> whole = list.finish(); !whole)
        return whole.failure();
    return made;
}

} // namespace kessai
