// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/bookdialog.h"

#include "core/services/answer.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/print/booksheet.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <atomic>

namespace kessai {

namespace {

constexpr int kBookDialogWidth = 440;
constexpr int kBookLookEvery = 60; ///< milliseconds

} // namespace

struct BookDialog::Progress {
    std::atomic<int> painted = 0;
    std::atomic<bool> wanted = true;
};

BookDialog::BookDialog(DeskSession &session, const QDate &month, std::vector<BookChoice> choices, QWidget *parent)
    : QDialog(parent), m_session(session), m_month(month), m_choices(std::move(choices)), m_whose(new QComboBox(this)),
      m_state(new TextLabel(TextRole::Body, this)), m_bar(new QProgressBar(this)),
      m_save(new QPushButton(tr("Save as PDF…"), this)), m_print(new QPushButton(tr("Print…"), this)),
      m_close(new QPushButton(this)), m_look(new QTimer(this))
{
    setObjectName(QStringLiteral("bookDialog"));
    setWindowTitle(tr("Overtime register of %1").arg(monthHeading(month)));
    setMinimumWidth(grown(kBookDialogWidth));
    m_whose->setObjectName(QStringLiteral("bookWhose"));
    m_whose->setAccessibleName(tr("Whose register"));
    m_whose->setMinimumHeight(metric::kControlHeight);
    for (const BookChoice &choice : m_choices)
        m_whose->addItem(choice.label);
    m_whose->setVisible(m_choices.size() > 1);
    m_state->setObjectName(QStringLiteral("bookState"));
    m_state->setWordWrap(true);
    m_state->setText(tr("Orders, results and who confirmed them, hours by rate and upper limits, a page for each."));
    m_bar->setObjectName(QStringLiteral("bookProgress"));
    m_bar->setAccessibleName(tr("How far the writing is"));
    m_bar->setTextVisible(false);
    m_save->setObjectName(QStringLiteral("bookSave"));
    m_print->setObjectName(QStringLiteral("bookPrint"));
    m_close->setObjectName(QStringLiteral("bookClose"));
    setButtonKind(*m_save, ButtonKind::Primary);
    m_save->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kGap);
    buttons->addStretch(1);
    for (QPushButton *button : {m_close, m_print, m_save}) {
        button->setMinimumHeight(metric::kControlHeight);
        buttons->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin, metric::kPageMargin);
    layout->setSpacing(metric::kFieldGap);
    layout->addWidget(m_whose);
    layout->addWidget(m_state);
    layout->addWidget(m_bar);
    layout->addLayout(buttons);
    setWriting(false);

    connect(m_save, &QPushButton::clicked, this, &BookDialog::save);
    connect(m_print, &QPushButton::clicked, this, &BookDialog::print);
    connect(m_close, &QPushButton::clicked, this, &BookDialog::reject);
    connect(m_look, &QTimer::timeout, this, [this] {
        if (m_progress)
            m_bar->setValue(m_progress->painted);
    });
}

BookDialog::~BookDialog()
{
    if (m_progress)
        m_progress->wanted = false;
}

void BookDialog::reject()
{
    if (m_progress)
        m_progress->wanted = false;
    else
        QDialog::reject();
}

void BookDialog::save()
{
    const QString path = dialogs().askSavePath(
        this, tr("Save as PDF"),
        QString(QStringLiteral("overtime-") + m_month.toString(QStringLiteral("yyyy-MM")) + QStringLiteral(".pdf")));
    if (path.isEmpty())
        return;
    write([path](const std::vector<WorkBook> &books,
                 const std::function<bool(int)> &progress) { return saveBooksPdf(books, path, progress); },
          tr("Saved as %1").arg(path));
}

void BookDialog::print()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setPageOrientation(QPageLayout::Landscape);
    printer->setFullPage(true);
    printer->setDocName(windowTitle());
    if (!dialogs().askPrinter(this, *printer))
        return;
    write(
        [printer](const std::vector<WorkBook> &books, const std::function<bool(int)> &progress) -> Result<> {
            QPainter painter(printer.get());
            if (!painter.isActive())
                return fail(ErrorCode::FileUnreadable, QStringLiteral("the printer did not answer"));
            if (paintBooks(books, painter, *printer, progress))
                return {};
            printer->abort();
            return fail(ErrorCode::Cancelled);
        },
        tr("Sent to the printer."));
}

void BookDialog::write(const Writer &writer, const QString &done)
{
    const BookChoice choice = m_choices[size_t(std::max(0, m_whose->currentIndex()))];
    m_progress = std::make_shared<Progress>();
    setWriting(true);
    say(tr("Reading the month…"));
    m_session.desk()
        .ask([month = m_month, who = choice.who](Desk &desk) { return desk.books(month, who); })
        .then(this, [this, choice, writer, done](const Result<std::vector<WorkBook>> &read) {
            if (!read || !m_progress->wanted) {
                setWriting(false);
                say(read ? tr("Stopped; nothing was written.") : errorText(read.error()).both());
                return;
            }
            std::vector<WorkBook> books = *read;
            if (choice.division)
                std::erase_if(books, [&](const WorkBook &book) { return book.division != *choice.division; });
            put(books, writer, done);
        });
}

void BookDialog::put(const std::vector<WorkBook> &books, const Writer &writer, const QString &done)
{
    if (books.empty()) {
        setWriting(false);
        say(tr("Nobody has any overtime in this month."));
        return;
    }
    say(tr("Writing %n register(s)…", nullptr, int(books.size())));
    m_bar->setRange(0, int(books.size()));
    onPool([shared = std::make_shared<const std::vector<WorkBook>>(books), writer, progress = m_progress] {
        return writer(*shared, [progress](int painted) {
            progress->painted = painted;
            return progress->wanted.load();
        });
    }).then(this, [this, done](const Result<> &written) {
        setWriting(false);
        if (written)
            say(done);
        else if (written.error().code == ErrorCode::Cancelled)
            say(tr("Stopped; nothing was written."));
        else
            say(errorText(written.error()).both());
    });
}

void BookDialog::setWriting(bool writing)
{
    if (!writing)
        m_progress.reset();
    m_bar->setRange(0, 0); // how much there is, is known once it was read
    m_bar->setVisible(writing);
    for (QWidget *one : std::initializer_list<QWidget *>{m_whose, m_save, m_print})
        one->setEnabled(!writing);
    m_close->setText(writing ? tr("Stop") : tr("Close"));
    if (writing)
        m_look->start(kBookLookEvery);
    else
        m_look->stop();
}

void BookDialog::say(const QString &text)
{
    m_state->setText(text);
}

} // namespace kessai
