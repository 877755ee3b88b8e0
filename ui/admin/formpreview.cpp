// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/formpreview.h"

#include "core/services/answer.h"
#include "core/services/caseview.h"
#include "ui/formview/formview.h"
#include "ui/print/formsheet.h"
#include "ui/shell/desksession.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QBuffer>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

#include <list>

namespace kessai {

namespace {

constexpr int kResolution = 120;   ///< dots an inch, of the picture that is scaled to the room there is
constexpr QSize kSheet(992, 1403); ///< A4 in them
constexpr int kPause = 150;
constexpr int kLeastSheetWidth = 120;
constexpr int kMostSheetWidth = 720; ///< wider it is only blurred

/// Takes what is painted page by page as pictures; that it could write a PDF is only how Qt asks for pages.
class PictureDevice final : public QPdfWriter {
public:
    PictureDevice(QIODevice *nowhere, QPainter &painter) : QPdfWriter(nowhere), m_painter(painter)
    {
        setResolution(kResolution);
        add();
    }
    bool newPage() override
    {
        m_painter.end();
        add();
        return true;
    }
    /// All pages, one below the other.
    QImage joined()
    {
        m_painter.end();
        QImage all(kSheet.width(), kSheet.height() * int(m_pages.size()), QImage::Format_RGB32);
        QPainter painter(&all);
        int y = 0;
        for (const QImage &page : m_pages) {
            painter.drawImage(0, y, page);
            y += kSheet.height();
        }
        return all;
    }

private:
    void add()
    {
        m_pages.emplace_back(kSheet, QImage::Format_RGB32);
        m_pages.back().fill(Qt::white);
        m_painter.begin(&m_pages.back());
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    QPainter &m_painter;
    std::list<QImage> m_pages; ///< stays where it is while it is painted on
};

QImage pagesOf(const CaseView &view, bool english)
{
    QBuffer nowhere;
    nowhere.open(QIODevice::WriteOnly);
    QPainter painter;
    PictureDevice device(&nowhere, painter);
    FormSheet(view, english, FormSheet::Rows::All).paint(painter, device);
    return device.joined();
}

CaseView draftOf(const FormDefinition &form, const QJsonObject &fields, const DeskInfo &info)
{
    CaseRecord record{.id = CaseId(1),
                      .number = {},
                      .drafter = info.me.id,
                      .drafterName = {},
                      .form = form.code,
                      .title = {},
                      .amount = {},
                      .history = {},
                      .revisions = {},
                      .projection = {},
                      .storedChunks = {}};
    record.privy = true;
    CaseView view(std::move(record), Verified{newCase(CaseId(1), info.me.id), {}});
    view.definition = form;
    view.content.form = form.code;
    view.content.fields = fields;
    view.drafterName = info.me.name();
    view.drafterTitle = info.title;
    view.drafterSection = info.section;
    view.office = info.office;
    view.budget = info.budget;
    return view;
}

QScrollArea *scrollOf(QWidget *inner, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    return scroll;
}

} // namespace

FormPreview::FormPreview(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_tabs(new QTabBar(this)), m_screen(nullptr), m_paper(nullptr),
      m_description(new TextLabel(TextRole::Caption, this)), m_view(new FormView(this)),
      m_note(new TextLabel(TextRole::Caption, this)), m_sheet(new QLabel(this)),
      m_whole(pageButton(tr("Whole page"), "previewWhole", this)), m_soon(new QTimer(this))
{
    m_tabs->setObjectName(QStringLiteral("previewTabs"));
    m_tabs->setAccessibleName(tr("Preview"));
    m_tabs->addTab(tr("On the screen"));
    m_tabs->addTab(tr("On paper"));
    m_tabs->setDrawBase(false);
    m_sheet->setObjectName(QStringLiteral("previewSheet"));
    m_sheet->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_view->setObjectName(QStringLiteral("previewForm"));
    m_description->setWordWrap(true);
    auto *card = new Card(this);
    card->body()->addWidget(m_description);
    card->body()->addWidget(m_view);
    card->body()->addStretch(1);
    m_screen = scrollOf(card, this);
    m_screen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_screen->setFocusPolicy(Qt::NoFocus);
    m_paper = scrollOf(m_sheet, this);
    m_paper->setObjectName(QStringLiteral("previewPaper"));
    m_paper->setAccessibleName(tr("The form on paper"));
    m_paper->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_paper->hide();
    m_note->setText(tr("Every row is shown here. A row in which nothing is written is not printed."));
    m_note->setWordWrap(true);
    m_note->setToken(Token::Text2);
    m_note->hide();
    m_whole->setCheckable(true);
    m_whole->hide();
    m_soon->setSingleShot(true);
    m_soon->setInterval(kPause);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    auto *head = new QHBoxLayout;
    head->setSpacing(metric::kGap);
    head->addWidget(m_tabs, 1);
    head->addWidget(m_whole);
    column->addLayout(head);
    column->addWidget(m_screen, 1);
    column->addWidget(m_note);
    column->addWidget(m_paper, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_screen->setVisible(tab == 0);
        m_paper->setVisible(tab == 1);
        m_note->setVisible(tab == 1);
        m_whole->setVisible(tab == 1);
        showSheet();
    });
    connect(m_whole, &QPushButton::toggled, this, &FormPreview::showPages);
    connect(m_soon, &QTimer::timeout, this, &FormPreview::showForm);
}

void FormPreview::show(const FormDefinition &form)
{
    if (form == m_next)
        return;
    m_next = form;
    if (form.code == m_form.code)
        m_soon->start(); // not with every key
    else
        showForm();
}

void FormPreview::showForm()
{
    const FormDefinition &form = m_next;
    const QJsonObject typed = m_view->fields();
    const bool other = form.code != m_form.code;
    m_form = form;
    const DeskInfo &info = m_session.info();
    FieldOffer offer{};
    offer.office = info.office;
    offer.today = info.today;
    offer.budget = info.budget;
    offer.ownSections = info.ownSections;
    m_view->setDefinition(form, offer);
    QJsonObject fields;
    for (const FieldDefinition &field : form.fields) {
        const QJsonValue value =
            other ? initialValue(field, info.today, info.office->workTerms(info.me.id)) : typed.value(field.key);
        if (!value.isNull() && !value.isUndefined())
            fields.insert(field.key, value);
    }
    m_view->setFields(fields);
    m_description->setText(form.description.text(englishWording()));
    m_description->setVisible(!m_description->text().isEmpty());
    showSheet();
}

/// The sheet is painted beside, on a thread of the pool.
void FormPreview::showSheet()
{
    if (!m_paper->isVisibleTo(this) || m_form.code.isEmpty())
        return;
    const int asked = ++m_asked;
    onPool([view = draftOf(m_form, m_view->fields(), m_session.info()), english = englishWording()] {
        return pagesOf(view, english);
    }).then(this, [this, asked](const QImage &pages) {
        if (asked != m_asked)
            return;
        m_pages = pages;
        showPages();
    });
}

void FormPreview::showPages()
{
    if (m_pages.isNull())
        return;
    const qreal ratio = devicePixelRatioF();
    const QSize room = m_paper->viewport()->size();
    const int wide = std::min(room.width(), grown(kMostSheetWidth));
    const int whole = room.height() * kSheet.width() / kSheet.height();
    const int width = std::max(m_whole->isChecked() ? std::min(wide, whole) : wide, kLeastSheetWidth);
    QPixmap picture = QPixmap::fromImage(m_pages.scaledToWidth(qRound(width * ratio), Qt::SmoothTransformation));
    picture.setDevicePixelRatio(ratio);
    m_sheet->setPixmap(picture);
    m_sheet->setAccessibleName(tr("%1 on paper").arg(m_form.name.text(englishWording())));
}

void FormPreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showPages();
}

} // namespace kessai
