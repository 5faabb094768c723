"""A small library of invented articles: the places are real, the people and what happened are not."""

from __future__ import annotations

from pathlib import Path

from tui.library import Document, Entry
from tui.library.parsing import parsed
from tui.library.summary import ready
from tui.sources.read import read_data

MARKETS = """\
Đoàn giám sát HĐND tỉnh Thái Nguyên làm việc tại huyện Phú Bình về quản lý chợ

12/10/2023 | 08:15

Sáng 11/10/2023, Đoàn giám sát của HĐND tỉnh Thái Nguyên đã giám sát chuyên đề "Công tác quản lý chợ" tại huyện Phú \
Bình. Đồng chí Lò Quý Khánh - Phó Chủ tịch HĐND tỉnh chủ trì buổi giám sát.

Làm việc với Đoàn có đồng chí Đặng Thị Mỹ Uyên - Chủ tịch UBND huyện; đồng chí Vi Văn Tấn - Phó Chủ tịch UBND huyện.

D:\\anh\\cho-trung-tam.jpg

Đồng chí Vi Văn Tấn báo cáo tại buổi giám sát

Báo cáo tại buổi giám sát, đồng chí Vi Văn Tấn - Phó Chủ tịch UBND huyện cho biết, năm 2022, UBND huyện đã kiểm tra \
1.250 hộ kinh doanh. 12/20 chợ đã được nâng cấp, đạt tỷ lệ 60%.

Kết luận buổi giám sát, đồng chí Lò Quý Khánh đề nghị UBND huyện rà soát quy hoạch mạng lưới chợ; bố trí kinh phí \
phòng cháy chữa cháy./.

Hà Vân Chi

Top
"""

WATER = """\
Thường trực HĐND tỉnh Thái Nguyên giám sát việc cấp nước sạch tại huyện Định Hóa

20/03/2024 | 16:40

Chiều 19/3/2024, Thường trực HĐND tỉnh Thái Nguyên đã giám sát việc thực hiện chương trình nước sạch nông thôn tại \
huyện Định Hóa. Đồng chí Lò Quý Khánh - Phó Chủ tịch HĐND tỉnh chủ trì buổi giám sát.

Làm việc với Đoàn có đồng chí Nông Thị Hiền Lương - Chủ tịch UBND huyện.

Báo cáo tại buổi giám sát, đồng chí Nông Thị Hiền Lương - Chủ tịch UBND huyện cho biết, đến nay toàn huyện có 8.430 hộ \
dùng nước sạch, tăng 4% so với năm 2022. Tổng kinh phí là 63 tỷ đồng.

Đồng chí Lò Quý Khánh đề nghị UBND huyện sớm sửa chữa 5 công trình cấp nước hư hỏng./.

Hà Vân Chi
"""

SCHOOLS = """\
Ban Văn hóa - Xã hội HĐND thành phố Hải Phòng khảo sát trường học tại quận Kiến An

Ngày 5/9/2022, Ban Văn hóa - Xã hội HĐND thành phố Hải Phòng khảo sát cơ sở vật chất trường học tại quận Kiến An. \
Đồng chí Lò Quý Khánh - Phó Trưởng Ban Văn hóa - Xã hội HĐND thành phố chủ trì buổi khảo sát.

Báo cáo với Đoàn, đồng chí Trần Bá Tân - Phó Chủ tịch UBND quận cho biết, quận có 30/31 trường đạt chuẩn quốc gia.

Mai Lan
"""

ARTICLES = {"cho.txt": MARKETS, "nuoc.txt": WATER, "truong.txt": SCHOOLS}


def write(folder: Path) -> Path:
    """Write the articles as files and return their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def document(name: str) -> Document:
    """Return one of the articles, parsed."""
    source = read_data(ARTICLES[name].encode(), name)
    record = parsed(source, name)
    return Document(ready(name, source.text, record, corrected=False), source.text, record)


def unparsed(name: str) -> Document:
    """Return one of the articles as it is while nothing is known of it."""
    return Document(Entry(article_key="path:" + name, path=name, state="pending", headline=name), ARTICLES[name], None)
