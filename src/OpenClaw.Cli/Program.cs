Console.WriteLine("openclaw");
