using System.Text;
using OpenClaw.Storage.Media;

namespace OpenClaw.Storage.Tests.Media;

public class FileTypesTests
{
    [Theory]
    [InlineData("89504E470D0A1A0A0000", "image/png")]
    [InlineData("FFD8FFE000104A464946", "image/jpeg")]
    [InlineData("474946383961", "image/gif")]
    [InlineData("524946460000000057454250", "image/webp")]
    [InlineData("000000186674797068656963", "image/heic")]
    [InlineData("00000018667479706D696631", "image/heic")]
    [InlineData("000000186674797061766966", "image/avif")]
    [InlineData("49492A0008000000", "image/tiff")]
    [InlineData("4F67675300020000", "audio/ogg")]
    [InlineData("4944330300000000", "audio/mpeg")]
    [InlineData("FFFB9064", "audio/mpeg")]
    [InlineData("FFF15080", "audio/aac")]
    [InlineData("524946460000000057415645", "audio/wav")]
    [InlineData("00000018667479704D344120", "audio/mp4")]
    [InlineData("000000186674797069736F6D", "video/mp4")]
    [InlineData("000000186674797071742020", "video/quicktime")]
    [InlineData("000000186674797033677034", "video/3gpp")]
    [InlineData("1A45DFA3010000001F4286847765626D", "video/webm")]
    [InlineData("1A45DFA301000000", "video/x-matroska")]
    [InlineData("255044462D312E37", "application/pdf")]
    [InlineData("504B030414000000", "application/zip")]
    [InlineData("1F8B0800", "application/gzip")]
    [InlineData("", null)]
    [InlineData("48656C6C6F", null)]
    [InlineData("FF", null)]
    [InlineData("52494646", null)]
    [InlineData("0000001866747970", null)]
    public void The_first_bytes_say_what_a_file_is(string hex, string? mime) => Assert.Equal(mime, FileTypes.Sniff(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("\u0089PNG\r\n\u001a\n", "a.jpg", "image/gif", "image/png")]
    [InlineData("PK\u0003\u0004", "a.docx", "application/zip", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("PK\u0003\u0004", "a", "application/epub+zip", "application/epub+zip")]
    [InlineData("PK\u0003\u0004", null, "application/octet-stream", "application/zip")]
    [InlineData("hello", "notes.TXT", "application/pdf", "text/plain")]
    [InlineData("hello", null, "Text/CSV; charset=utf-8", "text/csv")]
    [InlineData("hello", "a.unknown", null, "application/octet-stream")]
    public void Bytes_go_before_names_and_names_before_what_is_declared(string head, string? name, string? declared, string mime) =>
        Assert.Equal(mime, FileTypes.Detect(Encoding.Latin1.GetBytes(head), name, declared));

    [Theory]
    [InlineData("image/jpeg", ".jpg")]
    [InlineData("Audio/OGG; codecs=opus", ".ogg")]
    [InlineData("application/x-nothing", null)]
    [InlineData(null, null)]
    public void A_type_has_a_usual_extension(string? mime, string? extension) => Assert.Equal(extension, FileTypes.Extension(mime));
}
